import type { ProviderDayWeight } from '../../db/queries/provider-stats.ts'
import { providerFacts, type ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { ProviderSetup } from '../../domain/provider/provider-setup.ts'
import { moneyReport } from '../../domain/quota/budget.ts'
import { DAY_MS } from '../../domain/time/durations.ts'

interface CostFacts {
  readonly from: Date
  readonly to: Date
  readonly days: number
  readonly setups: readonly ProviderSetup[]
  readonly daily: readonly ProviderDayWeight[]
  /** Weight of this calendar month. */
  readonly month: ReadonlyMap<ProviderId, number>
}

export function costAnalysisBody({ from, to, days, setups, daily, month }: CostFacts) {
  const priceOf = new Map(setups.map(({ id, costPerCall }) => [id, costPerCall]))
  const shown = setups.filter(
    ({ id, isEnabled }) => isEnabled || daily.some(({ provider }) => provider === id),
  )
  const dates = [...new Set(daily.map(({ date }) => date))]
  return {
    period: { start_date: dateOf(from), end_date: dateOf(new Date(to.getTime() - DAY_MS)), days },
    totals: spentOf(daily, priceOf),
    provider_breakdown: shown.map((setup) => {
      const own = daily.filter(({ provider }) => provider === setup.id)
      const money = moneyReport({ ...setup, weight: month.get(setup.id) ?? 0 })
      return {
        provider: setup.id,
        name: providerFacts(setup.id).name,
        ...spentOf(own, priceOf),
        month_cost: money?.spent ?? null,
        monthly_budget: setup.monthlyBudget,
        budget_share: money?.spentShare ?? null,
        status: money?.level ?? ('healthy' as const),
      }
    }),
    daily_costs: dates.map((date) => ({
      date,
      ...spentOf(
        daily.filter((day) => day.date === date),
        priceOf,
      ),
    })),
  }
}

const dateOf = (at: Date): string => at.toISOString().slice(0, 10)

/** What has no price adds nothing; where nothing has one, there is no cost to tell. */
function spentOf(
  days: readonly ProviderDayWeight[],
  priceOf: ReadonlyMap<ProviderId, number | null>,
) {
  const costs = days.flatMap(({ provider, weight }) => {
    const price = priceOf.get(provider) ?? null
    return price === null ? [] : [price * weight]
  })
  return {
    requests: days.reduce((sum, { requests }) => sum + requests, 0),
    weight: days.reduce((sum, { weight }) => sum + weight, 0),
    cost: costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0),
  }
}
