import type { Answer } from '../../api.ts'
import { numberText } from '../../logic/format.ts'

type Hours = Answer<'/api/weather/providers/usage'>['providers'][number]['hours']

const WIDTH = 6
const HEIGHT = 28

/** A bar for each hour: what was answered, and on top of it what was not. */
export function CallBars({ name, hours }: { readonly name: string; readonly hours: Hours }) {
  const most = Math.max(1, ...hours.map(({ requests }) => requests))
  const all = hours.reduce((sum, { requests }) => sum + requests, 0)
  const failed = hours.reduce((sum, one) => sum + one.failed, 0)
  const heightOf = (requests: number) => (HEIGHT * requests) / most
  return (
    <span class="calls">
      <svg
        width={hours.length * WIDTH}
        height={HEIGHT}
        role="img"
        aria-label={`${name}: ${numberText(all)} calls in ${hours.length} hours, ${numberText(failed)} failed`}
      >
        {hours.map((hour, index) => (
          <g key={hour.hour}>
            <rect
              class="answered"
              x={index * WIDTH}
              y={HEIGHT - heightOf(hour.requests - hour.failed)}
              width={WIDTH - 1}
              height={heightOf(hour.requests - hour.failed)}
            />
            <rect
              class="failed"
              x={index * WIDTH}
              y={HEIGHT - heightOf(hour.requests)}
              width={WIDTH - 1}
              height={heightOf(hour.failed)}
            />
          </g>
        ))}
      </svg>
      <span class="second">
        {numberText(all)}
        {failed > 0 ? `, ${numberText(failed)} failed` : ''}
      </span>
    </span>
  )
}
