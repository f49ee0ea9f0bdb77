import { Meter } from './meter.tsx'
import { shadeOf } from './pie.tsx'

interface WindowMeterProps {
  /** The provider's. */
  readonly name: string
  readonly of:
    { readonly window: string; readonly used_share: number; readonly status: string } | undefined
}

/** How much of a window is used; nothing where a provider has none that lasts. */
export const WindowMeter = ({ name, of }: WindowMeterProps) =>
  of ? (
    <Meter
      share={of.used_share}
      label={`${name}, used of this ${of.window}`}
      shade={shadeOf(of.status)}
    />
  ) : null
