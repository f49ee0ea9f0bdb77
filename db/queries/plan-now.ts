import { and, arrayContains, isNull, like, ne } from 'drizzle-orm'
import { cityItems, type PlannedCity, type PlannedProduct } from '../../domain/plan/city-items.ts'
import { measuredDemand } from '../../domain/plan/demand-curve.ts'
import { PEOPLE_SHARE } from '../../domain/plan/people-share.ts'
import type { PlanInput, PlanSource, PlanWindow } from '../../domain/plan/plan-input.ts'
import { UPDATE_MINUTES, type PlannedProvider } from '../../domain/plan/planned-provider.ts'
import { tierMarks, type Promised, type TierMark } from '../../domain/plan/promised-tier.ts'
import { windowEnd, windowStart, type QuotaLimit } from '../../domain/quota/windows.ts'
import { DAY_MS, MINUTE_MS } from '../../domain/time/durations.ts'
import { PRODUCTS, type Product } from '../../domain/weather/product.ts'
import type { Queryable } from '../database.ts'
import { incidents, providerCircuits } from '../schema/index.ts'
import { readsByLocalHour } from './city-read-hours.ts'
import { usedIn, type LedgerRow } from './ledger-windows.ts'
import { plannedCities } from './planned-cities.ts'
import { ledgers } from './provider-ledgers.ts'

/** While an incident or circuit is open a tick asks the provider for so few cities: enough to see it recover. */
const PROBE_CALLS = 4

/** A request takes about so long where nothing spaces them. */
const REQUEST_MS = 500

/** The demand of the last days counts. */
const DEMAND_DAYS = 14

export interface PlanOptions {
  readonly at: Date
  readonly tickMinutes: number
  readonly maxAgeSeconds: Readonly<Partial<Record<Product, number>>>
  readonly providers: readonly PlannedProvider[]
  readonly promises: readonly Promised[]
  readonly halfLifeHours: number
}

export interface PlanRead {
  readonly input: PlanInput
  readonly cities: readonly PlannedCity[]
  readonly marks: readonly TierMark[]
  readonly requests: number
}

/** Everything that a plan is made of, as it is now. */
export async function readPlan(db: Queryable, options: PlanOptions): Promise<PlanRead> {
  const { at, tickMinutes, promises, providers, halfLifeHours } = options
  const cities = await plannedCities(db, { at, halfLifeHours })
  const reads = await readsByLocalHour(db, new Date(at.getTime() - DEMAND_DAYS * DAY_MS))
  const marks = tierMarks(promises, cities)
  const requests = cities.reduce((sum, city) => sum + city.requests, 0)
  const items = cityItems(cities, {
    products: plannedProducts(options),
    sources: providers.map(({ id }) => id),
    marks,
    total: requests,
  })
  const now = at.getTime() / MINUTE_MS
  const input = {
    now,
    tickMinutes,
    items,
    sources: await sourcesNow(db, options),
    curve: measuredDemand(reads),
    // Those that are alike take turns from day to day.
    seed: Math.floor(at.getTime() / DAY_MS),
  }
  return { input, cities, marks, requests }
}

/** A place costs what it weighs beside the conditions, at the first provider that has both. */
function plannedProducts({ maxAgeSeconds, providers }: PlanOptions): PlannedProduct[] {
  return PRODUCTS.flatMap((product): PlannedProduct[] => {
    const maxAge = maxAgeSeconds[product]
    const offeredBy = providers.map(({ products }) => products.includes(product))
    if (maxAge === undefined || !offeredBy.includes(true)) return []
    const both = providers.find(({ weights }) => weights[product] && weights.conditions)
    const cost = (both?.weights[product] ?? 1) / (both?.weights.conditions ?? 1)
    return [{ product, leastMinutes: maxAge / 60, cost, offeredBy }]
  })
}

async function sourcesNow(
  db: Queryable,
  { at, tickMinutes, providers }: PlanOptions,
): Promise<PlanSource[]> {
  const rows = await ledgers(db)
  const failing = await failingProviders(db)
  // Where nobody else can serve, it is asked for everything, and the run says how that ends.
  const canSpare = providers.some(({ id }) => !failing.has(id))
  return providers.map((provider) => {
    const ledger = rows.find((row) => row.provider === provider.id)
    const isFailing = canSpare && failing.has(provider.id)
    return sourceOf(provider, { ledger, at, tickMinutes, isFailing })
  })
}

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

export function sourceOf(provider: PlannedProvider, standing: Standing): PlanSource {
  const { id, quota, pace, maxPlacesPerRequest, weights, keyFingerprint } = provider
  const { ledger, at, tickMinutes, isFailing } = standing
  const spacingMs = Math.max(pace.spacingMs, REQUEST_MS / pace.maxInFlight)
  const calls = Math.floor((tickMinutes * MINUTE_MS * maxPlacesPerRequest) / spacingMs)
  const parkedUntil = ledger?.parkedUntil
  const isRefused = keyFingerprint !== undefined && ledger?.refusedKey === keyFingerprint
  return {
    id,
    updateMinutes: UPDATE_MINUTES[id],
    unitsPerCall: weights.conditions ?? 1,
    windows: quota.map((limit) => windowOf(limit, ledger, at)),
    callsPerTick: isFailing ? Math.min(calls, PROBE_CALLS) : calls,
    isUsable: !isRefused && !(parkedUntil && parkedUntil > at),
  }
}

function windowOf(limit: QuotaLimit, ledger: LedgerRow | undefined, at: Date): PlanWindow {
  const kind = limit.kind ?? 'fixed'
  const used = ledger ? usedIn(ledger, limit, at) : 0
  const today = ledger ? usedIn(ledger, 'day', at) : 0
  return {
    kind,
    start: windowStart(limit, at).getTime() / MINUTE_MS,
    end: windowEnd(limit, at).getTime() / MINUTE_MS,
    limit: limit.limit,
    used,
    usedToday: Math.min(used, today),
    peopleShare: PEOPLE_SHARE,
  }
}
