import type { SimulationReport } from '../../domain/plan/simulation/simulated-days.ts'
import type { WindowUse } from '../../domain/plan/simulation/virtual-ledger.ts'
import { MINUTE_MS } from '../../domain/time/durations.ts'
import { sparkline } from '../terminal/sparkline.ts'
import { tableText } from '../terminal/table.ts'

const number = (value: number): string => String(Math.round(value))
const clock = (at: number): string =>
  new Date(at * MINUTE_MS).toISOString().slice(0, 16).replace('T', ' ')

export const simulationText = ({
  tiers,
  providers,
  incidents,
  meanAge,
}: SimulationReport): string =>
  [
    meanAge === null
      ? 'Some cities were not refreshed in this time.'
      : `A request meets data that is ${number(meanAge)} minutes old on average.`,
    '',
    ageTable(tiers),
    '',
    requestTable(providers),
    ...incidents.map(({ provider, from, to }) => {
      const until = to === null ? 'the end' : clock(to)
      return `Incident: ${provider} did not serve from ${clock(from)} to ${until} UTC.`
    }),
  ].join('\n')

const ageTable = (tiers: SimulationReport['tiers']): string =>
  tableText(
    [
      { title: 'cities', text: (one) => one.name, rank: 0 },
      { title: '', text: (one) => number(one.cities), align: 'right', rank: 2 },
      { title: 'age by the hour', text: (one) => sparkline(one.meanAgeByHour), rank: 0 },
      {
        title: 'highest hourly mean',
        text: (one) => `${number(Math.max(...one.meanAgeByHour.map((age) => age ?? 0)))} min`,
        align: 'right',
        rank: 1,
      },
    ],
    tiers,
  )

/** Of each limit the window that was used most. */
const worstOf = (uses: readonly WindowUse[]): readonly WindowUse[] => {
  const worst = new Map<string, WindowUse>()
  for (const use of uses) {
    const limit = `${use.limit}/${use.window}`
    const known = worst.get(limit)
    if (!known || use.used > known.used) worst.set(limit, use)
  }
  return [...worst.values()]
}

const useText = ({ window, used, limit }: WindowUse): string =>
  `${number(used)} of ${number(limit)} ${window === 'hour' ? 'an' : 'a'} ${window}`

const requestTable = (providers: SimulationReport['providers']): string =>
  tableText(
    [
      { title: 'provider', text: (one) => one.id, rank: 0 },
      { title: 'answered', text: (one) => number(one.counts.answered), align: 'right', rank: 0 },
      { title: 'failed', text: (one) => number(one.counts.failed), align: 'right', rank: 1 },
      { title: 'refused', text: (one) => number(one.counts.refused), align: 'right', rank: 2 },
      {
        title: 'worst window of each limit',
        text: ({ windows }) => worstOf(windows).map(useText).join(', ') || 'its pace only',
        rank: 0,
      },
    ],
    providers,
  )
