import type { Client } from '@temporalio/client'
import { scheduleDefinitions } from '../../contracts/schedules.ts'
import { pausedSchedules } from '../../db/queries/schedule-pauses.ts'
import { CREDITS } from '../../domain/attribution.ts'
import type { ProviderId } from '../../domain/provider.ts'
import type { ProvidersConfig } from '../../platform/config.ts'
import { applySchedules, describeSchedules } from '../../temporal/schedules.ts'
import { temporalTargetOf, withDatabaseAt, withTemporal } from '../connections.ts'
import { scheduleSettingsOf } from '../schedule-settings.ts'
import { changeText } from '../schedules/change-text.ts'
import { showFirstRefresh } from './first-refresh.ts'
import { providerShares } from './provider-shares.ts'
import { isCleanupOverdue, startOverdueCleanup } from './overdue-cleanup.ts'
import type { Stack } from './stack.ts'
import { screenText, type NextRun } from './screen.ts'
import { apiUrlOf, databaseUrlOf, webUiUrlOf } from './site.ts'

/** Schedules what is to come, shows the first refresh, and tells where everything is. */
export async function welcome(stack: Stack, cities: number): Promise<void> {
  const { site, say, signal } = stack
  const { config } = site
  await withTemporal(temporalTargetOf(config.temporal, site.temporal?.port), async (client) => {
    const definitions = scheduleDefinitions(scheduleSettingsOf(config))
    const { pauses, isOverdue } = await withDatabaseAt(databaseUrlOf(site), async (db) => ({
      pauses: await pausedSchedules(db),
      isOverdue: await isCleanupOverdue(db, new Date()),
    }))
    for (const change of await applySchedules(client, definitions, { pauses }))
      if (change.differences.length > 0) say(`✓ schedule ${changeText(change)}`)
    if (isOverdue && !pauses.has('cleanup-old-weather-data')) {
      await startOverdueCleanup(client, config)
      say('✓ cleanup started: the last one is more than a day and a half ago')
    }

    const first = await showFirstRefresh(client, { config, output: process.stdout, say, signal })
    const facts = {
      mode: config.mode,
      apiUrl: apiUrlOf(site),
      webUiUrl: webUiUrlOf(site),
      cities,
      first,
      everyMinutes: config.refresh.intervalMinutes,
      maxAgeMinutes: config.refresh.maxAgeMinutes.conditions,
      shares: providerShares(config, cities),
      contactAskedBy: contactAskedBy(config.providers),
      next: await nextRuns(
        client,
        definitions.map(({ id }) => id),
      ),
      dataDir: config.dataDir,
    }
    say(`\n${screenText(facts, new Date())}\n`)
  })
}

const ASK_FOR_CONTACT: readonly ProviderId[] = ['met-norway', 'nws']

function contactAskedBy({ order, contact }: ProvidersConfig): string[] {
  if (contact !== undefined) return []
  return order.filter((id) => ASK_FOR_CONTACT.includes(id)).map((id) => CREDITS[id].name)
}

async function nextRuns(client: Client, ids: readonly string[]): Promise<NextRun[]> {
  const states = await describeSchedules(client, ids)
  return states.map(({ id, paused, nextTimes }) => ({
    schedule: id,
    at: nextTimes[0] ?? null,
    isPaused: paused,
  }))
}
