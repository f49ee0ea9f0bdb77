import { spentText, type Cost } from '../logic/budget.ts'
import { Meter } from './meter.tsx'
import { shadeOf } from './pie.tsx'

interface MoneyProps {
  /** The provider's. */
  readonly name: string
  readonly cost: Cost & {
    readonly budget_share: number | null
    readonly budget_status: string | null
  }
}

/** What the calls of a month cost; nothing where no call has a price. */
export function Money({ name, cost }: MoneyProps) {
  const text = spentText(cost)
  if (text === null) return null
  return (
    <>
      <p class="second">{text}</p>
      {cost.budget_share === null ? null : (
        <Meter
          share={cost.budget_share}
          label={`${name}, spent of this month's budget`}
          shade={shadeOf(cost.budget_status ?? '')}
        />
      )}
    </>
  )
}
