import { useEffect, useRef } from 'preact/hooks'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { look, temperatureUnit } from '../live/preferences.ts'
import { columnsOf, sourceSpans, type Point } from '../logic/chart-data.ts'

interface ChartProps {
  readonly points: readonly Point[]
  /** The whole span, in seconds since 1970, also where nothing is known of a part of it. */
  readonly from: number
  readonly to: number
  /** How far apart values are where none is missing. */
  readonly stepSeconds: number
  readonly sentence: string
  readonly timeZone: string
}

const HEIGHT = 220

/** Of degrees: finer ones would be wider than their axis. */
const STEPS = [0.5, 1, 2, 5, 10, 20]

/** A line of temperatures, its range, and a strip that says whose they are. */
export function Chart({ points, from, to, stepSeconds, sentence, timeZone }: ChartProps) {
  const place = useRef<HTMLDivElement>(null)
  const data = columnsOf(points, stepSeconds)
  const last = data[0].at(-1) ?? 0
  useEffect(() => {
    const element = place.current
    if (!element) return undefined
    const plot = new uPlot(optionsFor(element, { from, to, timeZone }), data, element)
    const sized = new ResizeObserver(() => {
      plot.setSize({ width: element.clientWidth, height: HEIGHT })
    })
    sized.observe(element)
    return () => {
      sized.disconnect()
      plot.destroy()
    }
    // What is drawn is drawn again when there is something new to draw.
  }, [points.length, last, stepSeconds, timeZone, look.value, temperatureUnit.value])
  return (
    <>
      <div ref={place} class="chart" role="img" aria-label={sentence} />
      <Strip {...{ points, from, to, stepSeconds }} />
      <p class="second">{sentence}</p>
    </>
  )
}

type Axes = Pick<ChartProps, 'from' | 'to' | 'timeZone'>

function optionsFor(element: HTMLElement, { from, to, timeZone }: Axes): uPlot.Options {
  const style = getComputedStyle(element)
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    width: Math.max(200, element.clientWidth),
    height: HEIGHT,
    legend: { show: false },
    cursor: { y: false },
    // The strip below begins and ends where the plot does.
    padding: [8, 0, 0, 0],
    scales: { x: { range: [from, to] } },
    tzDate: (at) => uPlot.tzDate(new Date(at * 1000), timeZone),
    axes: axesOf(colour, timeZone),
    series: seriesOf(colour('very_fresh')),
    bands: [{ series: [3, 1], fill: `${colour('very_fresh')}33` }],
  }
}

function axesOf(colour: (name: string) => string, timeZone: string): uPlot.Axis[] {
  const axis = {
    stroke: colour('second'),
    grid: { stroke: colour('line'), width: 1 },
    ticks: { stroke: colour('line'), width: 1 },
    font: '12px system-ui',
  }
  return [
    {
      ...axis,
      size: 28,
      values: (_plot, splits) => splits.map((at) => axisText(at, splits, timeZone)),
    },
    {
      ...axis,
      size: 52,
      incrs: STEPS,
      values: (_plot, splits) => splits.map((value) => `${value}°`),
    },
  ]
}

/** The lowest and the highest are the edges of the band only. */
function seriesOf(stroke: string): uPlot.Series[] {
  const edge: uPlot.Series = { stroke: 'transparent', points: { show: false } }
  return [{}, edge, { stroke, width: 2, spanGaps: false, points: { size: 6, fill: stroke } }, edge]
}

const DAY_S = 86_400

function axisText(at: number, splits: readonly number[], timeZone: string): string {
  const step = (splits[1] ?? at) - (splits[0] ?? at)
  const options: Intl.DateTimeFormatOptions =
    step >= DAY_S / 2
      ? { day: 'numeric', month: 'short' }
      : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).format(at * 1000)
}

/** Of few shades; the names stand below. */
const SHADES = ['very_fresh', 'stale', 'fresh', 'very_stale', 'no_data'] as const

function Strip({
  points,
  from,
  to,
  stepSeconds,
}: Pick<ChartProps, 'points' | 'from' | 'to' | 'stepSeconds'>) {
  const spans = sourceSpans(points, stepSeconds)
  const names = [...new Set(spans.map(({ providers }) => providers))]
  const percent = (seconds: number) => `${(100 * seconds) / (to - from)}%`
  const shade = (providers: string) => SHADES[names.indexOf(providers) % SHADES.length] ?? 'no_data'
  return (
    <>
      <div class="strip" aria-hidden="true">
        {spans.map((span) => (
          <span
            key={span.from}
            class={shade(span.providers)}
            title={span.providers}
            style={{
              left: percent(span.from - from),
              width: percent(span.to - span.from + stepSeconds),
            }}
          />
        ))}
      </div>
      <ul class="legend">
        {names.map((name) => (
          <li key={name}>
            <span class={`swatch ${shade(name)}`} aria-hidden="true" /> {name}
          </li>
        ))}
      </ul>
    </>
  )
}
