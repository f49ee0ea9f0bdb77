import type { ScheduleId } from '../../contracts/schedule-definition.ts'
import { scheduleDefinitions } from '../../contracts/schedules.ts'
import { readProviderSetups } from '../../db/queries/provider-controls.ts'
import { pausedSchedules } from '../../db/queries/schedule-pauses.ts'
import { planReport } from '../../domain/plan/plan-report.ts'
import { planSentence } from '../../domain/plan/plan-sentence.ts'
import { PROVIDER_IDS, providerFacts } from '../../domain/provider/provider-catalogue.ts'
import type { ProvidersConfig } from '../../platform/config/config.ts'
import { inUse, type ProviderSetup } from '../../domain/provider/provider-setup.ts'
import {
  installedProviders,
  isBarredFromCommerce,
} from '../../platform/config/installed-providers.ts'
import type { WeatherClient } from '../../temporal/client.ts'
import { temporalTargetOf } from '../../platform/connection-targets.ts'
import { withDatabaseAt, withTemporal } from '../target/connections.ts'
import { readPlanOf } from '../plan/read-plan.ts'
import { scheduleSettingsOf } from '../config/schedule-settings.ts'
import { changeText } from '../schedules/change-text.ts'
import { areAnalyticsMissing, startFirstAnalytics } from './first-analytics.ts'
import { showFirstRefresh } from './first-refresh.ts'
import { providerShares } from './provider-shares.ts'
import { isCleanupOverdue, startOverdueCleanup } from './overdue-cleanup.ts'
import type { UpContext } from './up-context.ts'
import { screenText, type NextRun, type ScreenFacts } from './screen.ts'
import { apiUrlOf, databaseUrlOf, webUiUrlOf, type Layout } from './layout.ts'

/** Applies the schedules, shows the first refresh, and prints the addresses. */
export async function afterStart(context: UpContext, cities: number): Promise<void> {
  const { layout, say, signal } = context
  const { config } = layout
  const work = async (client: WeatherClient) => {
    const { scheduleIds, isWithoutAnalytics } = await startSchedules(client, context)
    const first = await showFirstRefresh(client, { config, output: process.stdout, say, signal })
    if (isWithoutAnalytics) await startFirstAnalytics(client)
    const next = await nextRuns(client, scheduleIds)
    const plan = await planInOneSentence(layout)
    const setups = await setupsNow(layout)
    const facts = {
      ...factsOf(layout, cities, setups),
      first,
      next,
      ...(plan !== undefined && { plan }),
    }
    say(`\n${screenText(facts, new Date())}\n`)
  }
  const server = temporalTargetOf(config.temporal, layout.temporal?.port)
  await withTemporal(server, work, databaseUrlOf(layout))
}

/** Undefined where the limits carry every refresh. */
async function planInOneSentence(layout: Layout): Promise<string | undefined> {
  const reading = await withDatabaseAt(databaseUrlOf(layout), (db) =>
    readPlanOf(db, layout.config, new Date()),
  )
  const report = planReport({ ...reading, others: [] })
  return report.isShort ? planSentence(report) : undefined
}

interface Started {
  readonly scheduleIds: readonly ScheduleId[]
  /** Whether analytics are still to be computed for the first time. */
  readonly isWithoutAnalytics: boolean
}

/** Applies the schedules, and makes up for a missed cleanup. */
async function startSchedules(client: WeatherClient, { layout, say }: UpContext): Promise<Started> {
  const { config } = layout
  const definitions = scheduleDefinitions(scheduleSettingsOf(config))
  const stored = await withDatabaseAt(databaseUrlOf(layout), async (db) => ({
    pauses: await pausedSchedules(db),
    isOverdue: await isCleanupOverdue(db, new Date()),
    isWithoutAnalytics: await areAnalyticsMissing(db),
  }))
  const { pauses, isOverdue } = stored
  for (const change of await client.schedules.apply(definitions, { pauses })) {
    if (change.differences.length > 0) say(`✓ schedule ${changeText(change)}`)
  }
  if (isOverdue && !pauses.has('cleanup-old-weather-data')) {
    await startOverdueCleanup(client, config)
    say('✓ cleanup started: the last one is more than a day and a half ago')
  }
  return {
    scheduleIds: definitions.map(({ id }) => id),
    isWithoutAnalytics: stored.isWithoutAnalytics && !pauses.has('generate-weather-analytics'),
  }
}

/** As they are used now: what was changed at run time counts from the start on. */
const setupsNow = (layout: Layout): Promise<ProviderSetup[]> =>
  withDatabaseAt(databaseUrlOf(layout), (db) =>
    readProviderSetups(db, installedProviders(layout.config.providers, new Date())),
  )

function factsOf(
  layout: Layout,
  cities: number,
  setups: readonly ProviderSetup[],
): Omit<ScreenFacts, 'first' | 'next'> {
  const { config } = layout
  return {
    mode: config.mode,
    apiUrl: apiUrlOf(layout),
    webUiUrl: webUiUrlOf(layout),
    cities,
    everyMinutes: config.refresh.intervalMinutes,
    maxAgeMinutes: config.refresh.maxAgeMinutes.conditions,
    shares: providerShares(setups, config.refresh, cities),
    contactAskedBy: contactAskedBy(config.providers, setups),
    barredFromCommerce: barredFromCommerce(config.providers),
    dataDir: config.dataDir,
  }
}

function contactAskedBy({ contact }: ProvidersConfig, setups: readonly ProviderSetup[]): string[] {
  if (contact !== undefined) return []
  return inUse(setups)
    .map(({ id }) => providerFacts(id))
    .filter(({ asksForContact }) => asksForContact)
    .map(({ name }) => name)
}

const barredFromCommerce = (config: ProvidersConfig): string[] =>
  PROVIDER_IDS.filter((id) => isBarredFromCommerce(id, config)).map((id) => providerFacts(id).name)

async function nextRuns(client: WeatherClient, ids: readonly ScheduleId[]): Promise<NextRun[]> {
  const states = await client.schedules.describe(ids)
  return states.map(({ id, paused, nextTimes }) => ({
    schedule: id,
    at: nextTimes[0] ?? null,
    isPaused: paused,
  }))
}
