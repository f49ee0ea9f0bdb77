import icons from 'virtual:weather-icons'
import { weatherIcon } from '../logic/weather-icon.ts'

interface WeatherIconProps {
  readonly condition: string | null
  readonly intensity: string | null
  readonly is_day: boolean | null
  readonly large?: boolean
}

/** The word stands beside it. */
export function WeatherIcon({ condition, intensity, is_day: isDay, large }: WeatherIconProps) {
  return (
    <svg class={large === true ? 'icon large' : 'icon'} aria-hidden="true">
      <use href={`${icons}#${weatherIcon(condition, { isDay, intensity })}`} />
    </svg>
  )
}
