import { useState } from 'preact/hooks'
import { answerOf, api } from '../../api.ts'
import { nowMs } from '../../live/clock.ts'
import { temperatureUnit } from '../../live/preferences.ts'
import { providerName } from '../../live/providers.ts'
import { useResource } from '../../live/resource.ts'
import { sentenceOf, type Point } from '../../logic/chart-data.ts'
import { numberText } from '../../logic/format.ts'
import { temperatureIn } from '../../logic/units.ts'
import { Chart } from '../../parts/chart.tsx'
import { Part } from '../../parts/part.tsx'
import { Table } from '../../parts/table.tsx'

const SPANS = {
  '24 h': { days: 2, hours: 24, interval: 'raw', stepSeconds: 1_800 },
  '7 d': { days: 8, hours: 7 * 24, interval: 'hour', stepSeconds: 3_600 },
  '30 d': { days: 31, hours: 30 * 24, interval: 'hour', stepSeconds: 3_600 },
} as const

type SpanName = keyof typeof SPANS
const NAMES = Object.keys(SPANS) as SpanName[]
const MOST = 2_000
const HOUR_S = 3_600

interface HistoryProps {
  readonly cityId: number
  readonly timeZone: string
}

/** What was: a line with its gaps, and below it who said so. */
export function History({ cityId, timeZone }: HistoryProps) {
  const [name, setName] = useState<SpanName>('24 h')
  const history = useResource(`history ${cityId} ${name}`, () => pointsOf(cityId, name))
  return (
    <Part
      title="Temperature"
      resource={history}
      lines={8}
      empty={(points) =>
        points.length === 0 ? 'Nothing is stored of this span; each refresh adds to it.' : null
      }
      aside={<Spans name={name} choose={setName} />}
    >
      {(stored) => <Stored stored={stored} name={name} timeZone={timeZone} />}
    </Part>
  )
}

interface SpansProps {
  readonly name: SpanName
  readonly choose: (name: SpanName) => void
}

const Spans = ({ name, choose }: SpansProps) => (
  <span class="choices" role="group" aria-label="Span">
    {NAMES.map((one) => (
      <button
        key={one}
        type="button"
        class="small"
        aria-pressed={one === name}
        onClick={() => {
          choose(one)
        }}
      >
        {one}
      </button>
    ))}
  </span>
)

interface StoredProps {
  readonly stored: readonly Point[]
  readonly name: SpanName
  readonly timeZone: string
}

/** As a picture, and as numbers for who wants them. */
function Stored({ stored, name, timeZone }: StoredProps) {
  const [isTable, setTable] = useState(false)
  const { hours, stepSeconds } = SPANS[name]
  const to = nowMs.value / 1000
  const from = to - hours * HOUR_S
  const points = stored.filter(({ at }) => at >= from).map(inUnit)
  const sentence = sentenceOf(points, temperatureUnit.value)
  return (
    <>
      <Chart {...{ points, from, to, stepSeconds, sentence, timeZone }} />
      <button
        type="button"
        class="small"
        aria-expanded={isTable}
        onClick={() => {
          setTable(!isTable)
        }}
      >
        {isTable ? 'Hide the numbers' : 'Show the numbers'}
      </button>
      {isTable ? <Numbers points={points} timeZone={timeZone} /> : null}
    </>
  )
}

function inUnit(point: Point): Point {
  const unit = temperatureUnit.value
  return {
    ...point,
    low: temperatureIn(unit, point.low),
    value: temperatureIn(unit, point.value),
    high: temperatureIn(unit, point.high),
  }
}

async function pointsOf(cityId: number, name: SpanName): Promise<Point[]> {
  const { days, interval } = SPANS[name]
  const body = await answerOf(
    api.GET('/api/weather/historical/{cityId}', {
      params: { path: { cityId }, query: { days, interval, limit: MOST } },
    }),
  )
  if (typeof body === 'string') throw new TypeError('JSON was asked for')
  const readings = (body.readings ?? []).map(({ valid_at: at, provider, conditions }) => ({
    at: Date.parse(at) / 1000,
    low: null,
    value: conditions.temperature,
    high: null,
    providers: [providerName(provider)],
  }))
  const hours = (body.hourly ?? []).map(({ starts_at: at, temperature, providers }) => ({
    at: Date.parse(at) / 1000,
    low: temperature.min,
    value: temperature.mean,
    high: temperature.max,
    providers: providers?.map(providerName) ?? null,
  }))
  return [...readings, ...hours]
}

interface NumbersProps {
  readonly points: readonly Point[]
  readonly timeZone: string
}

function Numbers({ points, timeZone }: NumbersProps) {
  const when = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
  return (
    <Table
      class="low"
      label="Temperatures in numbers"
      columns={['There', { number: temperatureUnit.value }, 'Source']}
    >
      {points.map(({ at, value, providers }) => (
        <tr key={at}>
          <th scope="row">{when.format(at * 1000)}</th>
          <td class="number">{numberText(value, 1)}</td>
          <td>{providers?.join(', ') ?? 'not kept'}</td>
        </tr>
      ))}
    </Table>
  )
}
