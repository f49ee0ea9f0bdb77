import { tightestWindow } from '../../../domain/quota/lasting-windows.ts'
import { answerOf, api, type Answer } from '../../api.ts'
import { nowMs } from '../../live/clock.ts'
import { useResource } from '../../live/resource.ts'
import { lastsText, usedText } from '../../logic/budget.ts'
import { Link } from '../../parts/link.tsx'
import { Money } from '../../parts/money.tsx'
import { Part } from '../../parts/part.tsx'
import { WindowMeter } from '../../parts/window-meter.tsx'

type Service = Answer<'/api/weather/monitoring/quota'>['services'][number]

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
          {services.map((one) => (
            <Budget key={one.service} {...one} />
          ))}
        </ul>
      )}
    </Part>
  )
}

function Budget({ name, windows, cost }: Service) {
  const tightest = tightestWindow(windows)
  return (
    <li>
      <p>
        <span>{name}</span>
        <span class="number second">{usedText(tightest)}</span>
      </p>
      <WindowMeter name={name} of={tightest} />
      {tightest?.exhausted_at ? <p class="second">{lastsText(tightest, nowMs.value)}</p> : null}
      {isScarce(cost) ? <Money name={name} cost={cost} /> : null}
    </li>
  )
}

/** Money is a matter of this page where it runs out. */
const isScarce = (cost: Service['cost']): boolean =>
  (cost.budget_status ?? 'healthy') !== 'healthy' ||
  (cost.projected_money ?? 0) > (cost.monthly_budget ?? Infinity)
