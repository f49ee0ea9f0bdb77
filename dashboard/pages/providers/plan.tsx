import { answerOf, api, type Answer } from '../../api.ts'
import { providerName, withProviderNames } from '../../live/providers.ts'
import { useResource } from '../../live/resource.ts'
import { numberText, titleOf } from '../../logic/format.ts'
import { Part } from '../../parts/part.tsx'
import { Table } from '../../parts/table.tsx'

type Report = NonNullable<Answer<'/api/weather/monitoring/plan'>['report']>

const minutesText = (minutes: number | null): string =>
  minutes === null ? '–' : `${numberText(minutes)} min`

/** How fresh the limits keep the cities, and what would make them fresher. */
export function Plan() {
  const plan = useResource('plan', () => answerOf(api.GET('/api/weather/monitoring/plan')))
  return (
    <Part
      title="The plan"
      resource={plan}
      lines={5}
      empty={({ reason }) => (reason === null ? null : titleOf(withProviderNames(reason)))}
    >
      {({ report }) => (report ? <PlanReport report={report} /> : null)}
    </Part>
  )
}

const PlanReport = ({ report }: { readonly report: Report }) => (
  <>
    <p>{upperFirst(withProviderNames(report.sentence))}.</p>
    <Table
      label="What the plan gives"
      columns={[
        'On a usual day',
        { number: 'Cities' },
        { number: 'Mean age' },
        { number: 'Longest gap' },
      ]}
    >
      {rowsOf(report).map(([name, { items, mean_age: age, longest_gap: gap }]) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          <td class="number">{numberText(items)}</td>
          <td class="number">{minutesText(age)}</td>
          <td class="number">{minutesText(gap)}</td>
        </tr>
      ))}
    </Table>
    <p class="second">
      It takes {report.providers.map(callsText).join(', ')}.{betterText(report)}
    </p>
  </>
)

const rowsOf = ({ tiers, products }: Report) => [
  ...tiers.map(({ name, ...one }) => [`Conditions, ${name}`, one] as const),
  ...products.slice(1).map(({ product, ...one }) => [titleOf(product), one] as const),
]

function callsText({ provider, ...calls }: Report['providers'][number]): string {
  const { calls_per_day: used, most_per_day: most } = calls
  const of = most === null ? '' : ` of ${numberText(most)}`
  return `${numberText(used)}${of} calls a day of ${providerName(provider)}`
}

/** Half a minute fresher is worth saying. */
const WORTH_MIN = 0.5

function betterText({ with_one_more: others, mean_age: mean }: Report): string {
  const better = others.filter((one) => (one.mean_age ?? Infinity) < (mean ?? 0) - WORTH_MIN)
  const text = (one: (typeof better)[number]) =>
    ` With a key of ${providerName(one.provider)} the mean age is ${minutesText(one.mean_age)} instead of ${minutesText(mean)}.`
  return better.map(text).join('')
}

const upperFirst = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
