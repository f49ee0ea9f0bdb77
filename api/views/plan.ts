import type { PlanReport } from '../../domain/plan/plan-report.ts'
import { planSentence } from '../../domain/plan/plan-sentence.ts'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { PlanBody } from '../schemas/plan.ts'

interface Freshness {
  readonly items: number
  readonly meanAge: number | null
  readonly longestGap: number | null
}

export const planReportBody = (report: PlanReport): NonNullable<PlanBody['report']> => ({
  sentence: planSentence(report),
  is_short: report.isShort,
  cities: report.cities,
  mean_age: report.meanAge,
  products: report.products.map(({ product, ...one }) => ({ product, ...freshnessBody(one) })),
  tiers: report.tiers.map(({ name, ...one }) => ({ name, ...freshnessBody(one) })),
  providers: report.providers.map(({ id, isUsable, callsNow, callsPerDay, mostPerDay }) => ({
    provider: id as ProviderId,
    is_usable: isUsable,
    calls_now: callsNow,
    calls_per_day: callsPerDay,
    most_per_day: mostPerDay,
  })),
  not_planned: report.notPlanned.map(({ id, isInUse, reason }) => ({
    provider: id,
    is_in_use: isInUse,
    reason,
  })),
  never_fetched: report.neverFetched,
  promises: report.promises.map((one) => ({
    name: one.name,
    promised_minutes: one.promisedMinutes,
    kept_minutes: one.keptMinutes,
    cities: one.cities,
    held: one.held,
    others_mean_age: one.othersMeanAge,
    others_mean_age_without: one.othersMeanAgeWithout,
  })),
  held_at_15_minutes: report.heldAt15Minutes,
  mean_age_without_promises: report.meanAgeWithoutPromises,
  with_one_more: report.withOneMore.map(({ id, meanAge }) => ({
    provider: id as ProviderId,
    mean_age: meanAge,
  })),
})

const freshnessBody = ({ items, meanAge, longestGap }: Freshness) => ({
  items,
  mean_age: meanAge,
  longest_gap: longestGap,
})
