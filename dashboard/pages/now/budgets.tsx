import { answerOf, api } from '../../api.ts'
import { nowMs } from '../../live/clock.ts'
import { useResource } from '../../live/resource.ts'
import { numberText, untilText } from '../../logic/format.ts'
import { tightestWindow } from '../../logic/quota.ts'
import { Link } from '../../parts/link.tsx'
import { Meter } from '../../parts/meter.tsx'
import { Part } from '../../parts/part.tsx'
import { shadeOf } from '../../parts/pie.tsx'

/** Of each provider the window that is used most. */
export function Budgets() {
  const quota = useResource('quota', () => answerOf(api.GET('/api/weather/monitoring/quota')))
  return (
    <Part
      title="Budgets"
      resource={quota}
      empty={({ services }) => (services.length === 0 ? 'No provider is in use.' : null)}
      aside={<Link href="/providers">providers</Link>}
    >
      {({ services }) => (
        <ul class="budgets">
          {services.map(({ service, name, windows, status }) => {
            const tightest = tightestWindow(windows)
            return (
              <li key={service}>
                <p>
                  <span>{name}</span>
                  <span class="number second">
                    {tightest
                      ? `${numberText(tightest.used)} of ${numberText(tightest.limit)} this ${tightest.window}`
                      : 'no limit in days or months'}
                  </span>
                </p>
                {tightest ? (
                  <Meter
                    share={tightest.used_share ?? 0}
                    label={`${name}, used of this ${tightest.window}`}
                    shade={status === 'healthy' ? 'fresh' : shadeOf(status)}
                  />
                ) : null}
                {tightest?.exhausted_at ? (
                  <p class="second">runs out {untilText(tightest.exhausted_at, nowMs.value)}</p>
                ) : null}
              </li>
            )
          })}
        </ul>
      )}
    </Part>
  )
}
