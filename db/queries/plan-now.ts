import { and, arrayContains, isNull, like, ne } from 'drizzle-orm'
import { measuredDemand } from '../../domain/plan/demand-curve.ts'
import { planFacts, type PlanFacts, type PlanOptions } from '../../domain/plan/plan-facts.ts'
import type { PlanSource, PlanWindow } from '../../domain/plan/plan-input.ts'
import { planWindow } from '../../domain/plan/plan-window.ts'
import { UPDATE_MINUTES, type PlannedProvider } from '../../domain/plan/planned-provider.ts'
import type { QuotaLimit } from '../../domain/quota/windows.ts'
import { DAY_MS, MINUTE_MS } from '../../domain/time/durations.ts'
import type { Queryable } from '../database.ts'
import { incidents, providerCircuits } from '../schema/index.ts'
import { readsByLocalHour } from './city-read-hours.ts'
import { countedAt, usedIn, type LedgerRow } from './ledger-windows.ts'
import { plannedCities } from './planned-cities.ts'
import { ledgers } from './provider-ledgers.ts'
import { updateMinutes } from './update-intervals.ts'

/** While an incident or circuit is open a tick asks the provider for so few cities: enough to see it recover. */
const PROBE_CALLS = 4

/** A request takes about so long where nothing spaces them. */
const REQUEST_MS = 500

/** The demand of the last days counts. */
const DEMAND_DAYS = 14

/** Everything that a plan is made of, as it is now. */
export async function readPlan(db: Queryable, options: PlanOptions): Promise<PlanFacts> {
  const { at } = options
  const cities = await plannedCities(db, options)
  const reads = await readsByLocalHour(db, new Date(at.getTime() - DEMAND_DAYS * DAY_MS))
  const sources = await sourcesNow(db, options)
  return planFacts(options, { ...sources, cities, curve: measuredDemand(reads) })
}

async function sourcesNow(db: Queryable, { at, tickMinutes, providers }: PlanOptions) {
  const rows = await ledgers(db)
  const failing = await failingProviders(db)
  const updates = await updateMinutes(db, at)
  // Where no one else can serve, it is asked for everything, and the run says how that ends.
  const canSpare = providers.some(({ id }) => !failing.has(id))
  const standings = providers.map((provider) => ({
    provider,
    isFailing: canSpare && failing.has(provider.id),
    ledger: rows.find((row) => row.provider === provider.id),
  }))
  const unused = { ledger: undefined, at, tickMinutes, isFailing: false }
  return {
    sources: standings.map(({ provider, ...standing }) =>
      withUpdates(sourceOf(provider, { ...standing, at, tickMinutes }), updates),
    ),
    healthySources: standings.flatMap(({ provider, ledger }) =>
      isRefused(provider, ledger) ? [] : [withUpdates(sourceOf(provider, unused), updates)],
    ),
  }
}

const withUpdates = (
  source: PlanSource,
  updates: Readonly<Record<string, number>>,
): PlanSource => ({ ...source, updateMinutes: updates[source.id] ?? source.updateMinutes })

/** Those that do not serve conditions; what else they fail is not held against them. */
async function failingProviders(db: Queryable): Promise<ReadonlySet<string>> {
  const open = await db
    .select({ provider: providerCircuits.provider })
    .from(providerCircuits)
    .where(and(isNull(providerCircuits.closedAt), like(providerCircuits.endpoint, '%conditions%')))
  const rows = await db
    .select({ provider: incidents.provider })
    .from(incidents)
    .where(
      and(
        ne(incidents.status, 'closed'),
        isNull(incidents.recoveredAt),
        arrayContains(incidents.endpoints, ['conditions']),
      ),
    )
  return new Set([...open, ...rows].map(({ provider }) => provider))
}

interface Standing {
  readonly ledger: LedgerRow | undefined
  readonly at: Date
  readonly tickMinutes: number
  readonly isFailing: boolean
}

/** A key that the provider does not take. */
const isRefused = ({ keyFingerprint }: PlannedProvider, ledger: LedgerRow | undefined): boolean =>
  keyFingerprint !== undefined && ledger?.refusedKey === keyFingerprint

export function sourceOf(provider: PlannedProvider, standing: Standing): PlanSource {
  const { id, quota, pace, maxPlacesPerRequest, weights } = provider
  const { ledger, at, tickMinutes, isFailing } = standing
  const spacingMs = Math.max(pace.spacingMs, REQUEST_MS / pace.maxInFlight)
  const calls = Math.floor((tickMinutes * MINUTE_MS * maxPlacesPerRequest) / spacingMs)
  const parkedUntil = ledger?.parkedUntil
  return {
    id,
    updateMinutes: UPDATE_MINUTES[id],
    unitsPerCall: weights.conditions ?? 1,
    windows: quota.map((limit) => windowOf(limit, quota, ledger, at)),
    callsPerTick: isFailing ? Math.min(calls, PROBE_CALLS) : calls,
    isUsable: !isRefused(provider, ledger) && !(parkedUntil && parkedUntil > at),
  }
}

/** As the ledger counts: a clock that has gone back over a window's edge finds the next one begun. */
function windowOf(
  limit: QuotaLimit,
  quota: readonly QuotaLimit[],
  ledger: LedgerRow | undefined,
  at: Date,
): PlanWindow {
  if (!ledger) return planWindow(limit, { used: 0, usedToday: 0 }, at)
  const then = countedAt(ledger, limit, at)
  const day = quota.find(({ window }) => window === 'day') ?? { window: 'day' }
  const today = countedAt(ledger, day, at)
  const used = usedIn(ledger, limit, then)
  return planWindow(limit, { used, usedToday: usedIn(ledger, 'day', today), today }, then)
}
