import type { PlanReport, SpentByPlan } from '../../domain/plan/plan-report.ts'
import { planSentence } from '../../domain/plan/plan-sentence.ts'
import type { PromiseReport } from '../../domain/plan/promise-report.ts'
import { tableText } from '../terminal/table.ts'

const minutes = (value: number | null): string =>
  value === null ? '-' : `${Math.round(value)} min`
const number = (value: number): string =>
  Math.round(value).toLocaleString('en-US').replaceAll(',', ' ')

export const planText = (report: PlanReport): string =>
  [
    `${planSentence(report)}.`,
    '',
    freshnessTable(report),
    '',
    spendingTable(report.providers),
    '',
    ...report.promises.map(promiseText),
    ...costOfPromises(report),
    ...firstsText(report),
    ...report.notPlanned.map(
      ({ id, isInUse, reason }) =>
        `${id} is ${isInUse ? 'not planned, and keeps its place' : 'left out'}: ${reason}.`,
    ),
    `Cities that could be held at 15 minutes: ${number(report.heldAt15Minutes)}.`,
    ...report.withOneMore.map(
      (one) =>
        `With ${one.id} the mean age is ${minutes(one.meanAge)} instead of ${minutes(report.meanAge)}.`,
    ),
  ].join('\n')

function freshnessTable({ tiers, products }: PlanReport): string {
  const freshness = [
    ...tiers.map(({ name, ...one }) => ({ what: `conditions, ${name}`, ...one })),
    ...products.slice(1).map(({ product, ...one }) => ({ what: product, ...one })),
  ]
  return tableText(
    [
      { title: 'freshness of a usual day', text: (one) => one.what, rank: 0 },
      { title: 'cities', text: (one) => number(one.items), align: 'right', rank: 1 },
      { title: 'mean age', text: (one) => minutes(one.meanAge), align: 'right', rank: 0 },
      { title: 'longest gap', text: (one) => minutes(one.longestGap), align: 'right', rank: 2 },
    ],
    freshness,
  )
}

const spendingTable = (providers: readonly SpentByPlan[]): string =>
  tableText(
    [
      { title: 'provider', text: (one) => one.id, rank: 0 },
      { title: 'next tick', text: (one) => number(one.callsNow), align: 'right', rank: 1 },
      { title: 'a day', text: (one) => number(one.callsPerDay), align: 'right', rank: 0 },
      {
        title: 'limit',
        text: (one) => (one.mostPerDay === null ? '-' : number(one.mostPerDay)),
        align: 'right',
        rank: 0,
      },
      { title: '', text: (one) => (one.isUsable ? '' : 'paused'), rank: 0 },
    ],
    providers,
  )

/** Left out where they cost less than a minute. */
function costOfPromises({ meanAge, meanAgeWithoutPromises: without }: PlanReport): string[] {
  if (without === null || Math.round(without) === Math.round(meanAge ?? 0)) return []
  return [
    `All promises cost: without them the mean age were ${minutes(without)} instead of ${minutes(meanAge)}.`,
  ]
}

function firstsText({ isShort, neverFetched: cities }: PlanReport): string[] {
  if (!isShort || cities === 0) return []
  return [
    `Not everything of ${number(cities)} cities was ever fetched: that goes before the promises of others, which may be kept later until then.`,
  ]
}

/** What was promised, for whom it is kept, and what that costs the others. */
function promiseText(one: PromiseReport): string {
  const { name, cities, held, promisedMinutes, keptMinutes } = one
  const kept =
    held < cities
      ? `kept for ${number(held)} of ${number(cities)}: the limits carry no more`
      : keptMinutes > 1.01 * promisedMinutes
        ? `kept within ${minutes(keptMinutes)}: the limits carry no more`
        : `kept for all ${number(cities)}`
  const costs =
    one.othersMeanAgeWithout === null || held === 0
      ? ''
      : ` It costs the others: ${minutes(one.othersMeanAge)} instead of ${minutes(one.othersMeanAgeWithout)}.`
  return `Promised to ${name}: never over ${minutes(promisedMinutes)}; ${kept}.${costs}`
}
