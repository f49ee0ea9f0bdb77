import { useEffect, useRef } from 'preact/hooks'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { theme } from '../live/preferences.ts'
import { columnsOf, sourceSpans, type Point } from '../logic/chart-data.ts'

interface ChartProps {
  readonly points: readonly Point[]
  /** How far apart values are where none is missing. */
  readonly stepSeconds: number
  readonly sentence: string
  readonly timeZone: string
}

const HEIGHT = 220

/** A line of temperatures, its range, and a strip that says whose they are. */
export function Chart({ points, stepSeconds, sentence, timeZone }: ChartProps) {
  const place = useRef<HTMLDivElement>(null)
  const data = columnsOf(points, stepSeconds)
  const last = data[0].at(-1) ?? 0
  useEffect(() => {
    const element = place.current
    if (!element) return undefined
    const plot = new uPlot(optionsFor(element, timeZone), data, element)
    const sized = new ResizeObserver(() => {
      plot.setSize({ width: element.clientWidth, height: HEIGHT })
    })
    sized.observe(element)
    return () => {
      sized.disconnect()
      plot.destroy()
    }
    // What is drawn is drawn anew when there is something new to draw.
  }, [points.length, last, timeZone, theme.value])
  return (
    <>
      <div ref={place} class="chart" role="img" aria-label={sentence} />
      <Strip points={points} stepSeconds={stepSeconds} />
      <p class="second">{sentence}</p>
    </>
  )
}

function optionsFor(element: HTMLElement, timeZone: string): uPlot.Options {
  const style = getComputedStyle(element)
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim()
  const axis = {
    stroke: colour('second'),
    grid: { stroke: colour('line'), width: 1 },
    ticks: { stroke: colour('line'), width: 1 },
    font: '12px system-ui',
  }
  return {
    width: Math.max(200, element.clientWidth),
    height: HEIGHT,
    legend: { show: false },
    cursor: { y: false },
    tzDate: (at) => uPlot.tzDate(new Date(at * 1000), timeZone),
    axes: [
      { ...axis, values: (_plot, splits) => splits.map((at) => axisText(at, splits, timeZone)) },
      { ...axis, size: 48, values: (_plot, splits) => splits.map((value) => `${value}°`) },
    ],
    series: [
      {},
      { stroke: 'transparent', points: { show: false } },
      { stroke: colour('very_fresh'), width: 2, spanGaps: false, points: { show: false } },
      { stroke: 'transparent', points: { show: false } },
    ],
    bands: [{ series: [3, 1], fill: `${colour('very_fresh')}33` }],
  }
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

function Strip({ points, stepSeconds }: Pick<ChartProps, 'points' | 'stepSeconds'>) {
  const spans = sourceSpans(points, stepSeconds)
  const names = [...new Set(spans.map(({ providers }) => providers))]
  const from = spans[0]?.from ?? 0
  const whole = Math.max(1, (spans.at(-1)?.to ?? from) - from + stepSeconds)
  const shade = (providers: string) => SHADES[names.indexOf(providers) % SHADES.length] ?? 'no_data'
  return (
    <>
      <div class="strip" aria-hidden="true">
        {spans.map((span) => (
          <span
            key={span.from}
            class={shade(span.providers)}
            style={{
              left: `${(100 * (span.from - from)) / whole}%`,
              width: `${(100 * (span.to - span.from + stepSeconds)) / whole}%`,
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
