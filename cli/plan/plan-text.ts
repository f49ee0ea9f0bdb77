import { planSentence, type PlanReport } from '../../domain/plan/plan-report.ts'
import { tableText } from '../terminal/table.ts'

const minutes = (value: number | null): string =>
  value === null ? '-' : `${Math.round(value)} min`
const number = (value: number): string =>
  Math.round(value).toLocaleString('en-US').replaceAll(',', ' ')

export function planText(report: PlanReport): string {
  const {
    products,
    tiers,
    providers,
    promises,
    withOneMore,
    heldAt15Minutes,
    meanAge,
    meanAgeWithoutPromises,
  } = report
  const freshness = [
    ...tiers.map(({ name, ...one }) => ({ what: `conditions, ${name}`, ...one })),
    ...products.slice(1).map(({ product, ...one }) => ({ what: product, ...one })),
  ]
  const stretched = promises.filter((one) => one.keptMinutes > one.promisedMinutes)
  return [
    `${planSentence(report)}.`,
    '',
    tableText(
      [
        { title: 'freshness of a usual day', text: (one) => one.what, rank: 0 },
        { title: 'cities', text: (one) => number(one.items), align: 'right', rank: 1 },
        { title: 'mean age', text: (one) => minutes(one.meanAge), align: 'right', rank: 0 },
        { title: 'longest gap', text: (one) => minutes(one.longestGap), align: 'right', rank: 2 },
      ],
      freshness,
    ),
    '',
    tableText(
      [
        { title: 'provider', text: (one) => one.id, rank: 0 },
        { title: 'this tick', text: (one) => number(one.callsNow), align: 'right', rank: 1 },
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
    ),
    '',
    ...stretched.map(
      (one) =>
        `Promised within ${minutes(one.promisedMinutes)}, kept within ${minutes(one.keptMinutes)}: the limits carry no more.`,
    ),
    ...(meanAgeWithoutPromises === null ||
    Math.round(meanAgeWithoutPromises) === Math.round(meanAge ?? 0)
      ? []
      : [
          `The promises cost: without them the mean age were ${minutes(meanAgeWithoutPromises)} instead of ${minutes(meanAge)}.`,
        ]),
    `Cities that could be held at 15 minutes: ${number(heldAt15Minutes)}.`,
    ...withOneMore.map(
      (one) =>
        `With ${one.id} the mean age is ${minutes(one.meanAge)} instead of ${minutes(meanAge)}.`,
    ),
  ].join('\n')
}
