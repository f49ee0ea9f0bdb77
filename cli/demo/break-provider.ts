import { setTimeout as sleep } from 'node:timers/promises'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { incidentsText } from '../incidents/incident-text.ts'
import { withDatabaseAt } from '../target/connections.ts'
import { databaseUrlOf, type Target } from '../target/target.ts'
import { durationText } from '../terminal/format.ts'
import { note, say } from '../terminal/output.ts'
import { BREAKAGES, type Breakage } from './breakages.ts'
import { openDemo, refreshDemo } from './running-demo.ts'

export interface BreakOptions {
  /** Seconds. */
  readonly for: number
  readonly kind: Breakage
  readonly watch?: boolean
}

/** A circuit breaker sends its next probe within this. */
const AFTER_THE_END_MS = 12_000

export async function breakProvider(
  provider: ProviderId,
  { for: seconds, kind, watch = false }: BreakOptions,
): Promise<ExitCode> {
  const demo = await openDemo()
  const lasts = durationText(seconds * 1_000)
  await demo.faults.add({ provider, ...BREAKAGES[kind].fault, seconds })
  const endsAtMs = Date.now() + seconds * 1_000
  say(`${provider} ${BREAKAGES[kind].shows}, for ${lasts} or until \`weather247 demo mend\`.`)
  await refreshDemo()
  await sayIncidents(demo.target, provider)
  if (!watch) {
    say('See it recover: weather247 demo mend && weather247 refresh --max-age 0 --wait')
    return EXIT.ok
  }
  note(`Waiting until ${new Date(endsAtMs).toISOString()}, when ${provider} is well again …`)
  await sleep(Math.max(0, endsAtMs - Date.now()) + AFTER_THE_END_MS)
  await recount(demo.target)
  await refreshDemo()
  await sayIncidents(demo.target, provider)
  return EXIT.ok
}

/** Ends every fault, also those a test or a script has set. */
export async function mend(): Promise<ExitCode> {
  const { faults, target } = await openDemo()
  const ended = await faults.clear()
  await recount(target)
  say(ended === 0 ? 'Nothing was broken.' : `Every provider is well again; ${ended} were not.`)
  return EXIT.ok
}

/** No one asks a provider that has said its day is used up, so it could not take that back by itself. */
const recount = (target: Target): Promise<void> =>
  withDatabaseAt(databaseUrlOf(target), async (db) => {
    const { recountDay } = await import('../../db/queries/recount-day.ts')
    await recountDay(db, new Date())
  })

async function sayIncidents(target: Target, provider: ProviderId): Promise<void> {
  const found = await withDatabaseAt(databaseUrlOf(target), async (db) => {
    const { listIncidents } = await import('../../db/queries/incidents.ts')
    return listIncidents(db, { isOver: false, provider, limit: 5 })
  })
  say(found.length === 0 ? 'No city met it: no incident.' : incidentsText(found, new Date()))
}
