import type { SimulationReport } from '../../domain/plan/simulation/simulated-days.ts'
import { MINUTE_MS } from '../../domain/time/durations.ts'
import { tableText } from '../terminal/table.ts'

const BARS = '▁▂▃▄▅▆▇█'

/** Higher is older; a space where nothing was fetched yet. */
export function sparkline(values: readonly (number | null)[]): string {
  const most = Math.max(...values.map((value) => value ?? 0), 1)
  return values
    .map((value) => {
      if (value === null) return ' '
      return BARS[Math.min(BARS.length - 1, Math.floor((value / most) * BARS.length))] ?? ' '
    })
    .join('')
}

const number = (value: number): string => String(Math.round(value))
const clock = (at: number): string =>
  new Date(at * MINUTE_MS).toISOString().slice(0, 16).replace('T', ' ')

export function simulationText(report: SimulationReport): string {
  const { tiers, providers, incidents, meanAge } = report
  return [
    meanAge === null
      ? 'Some cities were not refreshed in this time.'
      : `A request meets data that is ${number(meanAge)} minutes old on average.`,
    '',
    tableText(
      [
        { title: 'cities', text: (one) => one.name, rank: 0 },
        { title: '', text: (one) => number(one.cities), align: 'right', rank: 2 },
        { title: 'age by the hour', text: (one) => sparkline(one.meanAgeByHour), rank: 0 },
        {
          title: 'oldest',
          text: (one) => `${number(Math.max(...one.meanAgeByHour.map((age) => age ?? 0)))} min`,
          align: 'right',
          rank: 1,
        },
      ],
      tiers,
    ),
    '',
    tableText(
      [
        { title: 'provider', text: (one) => one.id, rank: 0 },
        { title: 'answered', text: (one) => number(one.counts.answered), align: 'right', rank: 0 },
        { title: 'failed', text: (one) => number(one.counts.failed), align: 'right', rank: 1 },
        { title: 'refused', text: (one) => number(one.counts.refused), align: 'right', rank: 2 },
        {
          title: 'limits',
          text: ({ windows }) =>
            windows
              .filter(({ window }) => window !== 'hour')
              .map(({ window, used, limit }) => `${number(used)} of ${number(limit)} a ${window}`)
              .join(', ') || 'its pace only',
          rank: 0,
        },
      ],
      providers,
    ),
    ...incidents.map(({ provider, from, to }) => {
      const until = to === null ? 'the end' : clock(to)
      return `Incident: ${provider} did not serve from ${clock(from)} to ${until} UTC.`
    }),
  ].join('\n')
}
