import { log } from '@temporalio/activity'
import type { ProviderWeights } from '../../contracts/refresh-results.ts'
import type { RefreshContext } from '../../contracts/refresh.ts'
import type { Database } from '../../db/database.ts'
import { citiesToAskAbout, type ToAsk } from '../../db/queries/cities-to-ask-about.ts'
import { saveLook } from '../../db/queries/disagreements.ts'
import { newestConditionsFrom } from '../../db/queries/latest-conditions.ts'
import { quotaFacts } from '../../db/queries/quota-facts.ts'
import {
  addSpent,
  spentOnOpinions,
  type SpentByProvider,
} from '../../db/queries/second-opinions.ts'
import { isPlanned } from '../../domain/plan/planned-provider.ts'
import { wasAsked } from '../../domain/provider/explain.ts'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { PlaceRequest, WeatherProvider } from '../../domain/provider/provider.ts'
import type { Served } from '../../domain/provider/provider-chain-port.ts'
import { judgeQuota } from '../../domain/quota/judge.ts'
import { spareOf } from '../../domain/quota/spare.ts'
import { disagreementOf, opinionOf, type Opinion } from '../../domain/weather/disagreement.ts'
import type { RefreshDeps } from './deps.ts'

export type OpinionDeps = Pick<RefreshDeps, 'db' | 'chain' | 'now' | 'planning' | 'opinionShare'>

/** Cities of one run: a run does not wait long for what has no reader yet. */
const MOST_PER_RUN = 20

interface Asked extends ToAsk {
  readonly provider: WeatherProvider
}

export interface OpinionCounts {
  readonly asked: number
  readonly compared: number
  readonly disagreed: number
  readonly weight: ProviderWeights
}

export const NO_OPINIONS: OpinionCounts = { asked: 0, compared: 0, disagreed: 0, weight: {} }

/**
 * Asks a second provider about a few of the cities a run served, out of what the plan and the limits
 * leave over, and stores where the two disagree. What is served stays as it is.
 */
export async function takeSecondOpinions(
  deps: OpinionDeps,
  context: RefreshContext,
  signal: AbortSignal,
): Promise<OpinionCounts> {
  const { db, chain, now } = deps
  if (deps.opinionShare <= 0) return NO_OPINIONS
  const inUse = await deps.planning.providers()
  const providers = sparingProviders(inUse, context)
  if (providers.length === 0) return NO_OPINIONS
  const limit = MOST_PER_RUN
  const candidates = await citiesToAskAbout(db, { runId: context.runId, now: now(), limit })
  const asked = assign(candidates, providers, await spareByProvider(deps, providers))
  if (asked.length === 0) return NO_OPINIONS
  const known = inUse.map(({ id }) => id)
  const served = await chain.serve(
    asked.map((one) => requestOf(one, known)),
    { priority: 'schedule', force: false, signal, waitsForQuota: false },
  )
  const byCity = new Map(served.map((one) => [one.cityId, one]))
  const spent: SpentByProvider = {}
  for (const one of asked) {
    const answer = byCity.get(one.place.id)
    if (answer) count(spent, one, answer, await look(deps, context, one, answer))
  }
  await addSpent(db, spent, now())
  return countsOf(spent)
}

/** What the plan spends is not spare. */
function sparingProviders(
  inUse: readonly WeatherProvider[],
  { plan }: RefreshContext,
): WeatherProvider[] {
  const offering = inUse.filter(({ products }) => products.includes('conditions'))
  return offering.filter((provider) => !plan || !isPlanned(provider))
}

async function spareByProvider(
  { db, now, opinionShare: share }: OpinionDeps,
  providers: readonly WeatherProvider[],
): Promise<Map<ProviderId, number>> {
  const at = now()
  const limits = Object.fromEntries(providers.map(({ id, quota }) => [id, quota]))
  const [facts, spent] = await Promise.all([quotaFacts(db, limits, at), spentOnOpinions(db, at)])
  return new Map(
    judgeQuota(facts, at).providers.map((report) => {
      const used = spent.get(report.provider) ?? 0
      return [report.provider, spareOf(report, { share, spent: used, now: at })]
    }),
  )
}

/** To each city a provider that did not serve it and has room; each time another one. */
function assign(
  candidates: readonly ToAsk[],
  providers: readonly WeatherProvider[],
  spare: Map<ProviderId, number>,
): Asked[] {
  return candidates.flatMap((candidate) => {
    const { place, served, openWith, times } = candidate
    const able = providers.filter(
      (one) =>
        one.id !== served.provider &&
        one.covers(place) &&
        (spare.get(one.id) ?? 0) >= weightOf(one, candidate),
    )
    const provider = able.find(({ id }) => id === openWith) ?? able[times % able.length]
    if (!provider) return []
    spare.set(provider.id, (spare.get(provider.id) ?? 0) - weightOf(provider, candidate))
    return [{ ...candidate, provider }]
  })
}

const weightOf = (provider: WeatherProvider, { place }: ToAsk): number =>
  provider.price([{ place, products: ['conditions'] }]).reduce((sum, { weight }) => sum + weight, 0)

const requestOf = ({ place, provider }: Asked, known: readonly ProviderId[]): PlaceRequest => ({
  place,
  products: ['conditions'],
  without: known.filter((id) => id !== provider.id),
})

interface Found {
  readonly isCompared: boolean
  readonly disagrees: boolean
}

async function look(
  { db, now }: OpinionDeps,
  { runId }: RefreshContext,
  { place, served, provider }: Asked,
  answer: Served,
): Promise<Found> {
  const mine = opinionOf(served)
  const other = await opinionFrom(db, place.id, provider.id, answer)
  const kinds = other && disagreementOf(mine, other)
  const at = now()
  await saveLook(db, {
    cityId: place.id,
    runId,
    at,
    served: mine,
    provider: provider.id,
    other: other ?? null,
    kinds,
  })
  const disagrees = kinds !== undefined && kinds.length > 0
  if (disagrees) log.info('providers disagree', { cityId: place.id, kinds, served: mine, other })
  return { isCompared: kinds !== undefined, disagrees }
}

/** Where the provider has nothing new, what it gave before is its opinion. */
async function opinionFrom(
  db: Database,
  cityId: number,
  provider: ProviderId,
  { reading, attempts }: Served,
): Promise<Opinion | undefined> {
  if (reading.conditions) return opinionOf(reading.conditions)
  const stands = attempts.some(({ outcome }) => outcome === 'unchanged' || outcome === 'remembered')
  const stored = stands ? await newestConditionsFrom(db, cityId, provider) : undefined
  return stored && opinionOf(stored)
}

function count(spent: SpentByProvider, one: Asked, { attempts }: Served, found: Found): void {
  const { id } = one.provider
  const before = spent[id] ?? { asked: 0, compared: 0, disagreed: 0, weight: 0 }
  const isSent = attempts.some(wasAsked)
  spent[id] = {
    asked: before.asked + 1,
    compared: before.compared + (found.isCompared ? 1 : 0),
    disagreed: before.disagreed + (found.disagrees ? 1 : 0),
    weight: before.weight + (isSent ? weightOf(one.provider, one) : 0),
  }
}

function countsOf(spent: SpentByProvider): OpinionCounts {
  const each = Object.values(spent)
  const sum = (of: (one: (typeof each)[number]) => number) =>
    each.reduce((total, one) => total + of(one), 0)
  return {
    asked: sum(({ asked }) => asked),
    compared: sum(({ compared }) => compared),
    disagreed: sum(({ disagreed }) => disagreed),
    weight: Object.fromEntries(Object.entries(spent).map(([id, { weight }]) => [id, weight])),
  }
}
