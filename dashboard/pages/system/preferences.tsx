import type { Signal } from '@preact/signals'
import {
  shortcuts,
  SWITCHES,
  temperatureUnit,
  TEMPERATURES,
  theme,
  THEMES,
  windUnit,
  WINDS,
  zone,
  ZONES,
} from '../../live/preferences.ts'
import { Choice } from '../../parts/choice.tsx'

interface PreferenceProps<T extends string> {
  readonly label: string
  readonly choice: Signal<T>
  readonly values: readonly T[]
}

const Preference = <T extends string>({ label, choice, values }: PreferenceProps<T>) => (
  <Choice
    label={label}
    value={choice.value}
    values={values.map((value) => [value, value])}
    choose={(value) => {
      choice.value = value
    }}
  />
)

/** Of this browser; nothing of the installation is changed by them. */
export function Preferences() {
  return (
    <section class="part" aria-labelledby="part-preferences">
      <h2 id="part-preferences">This browser</h2>
      <div class="filters">
        <Preference label="Temperature" choice={temperatureUnit} values={TEMPERATURES} />
        <Preference label="Wind" choice={windUnit} values={WINDS} />
        <Preference label="Times" choice={zone} values={ZONES} />
        <Preference label="Look" choice={theme} values={THEMES} />
        <Preference label="Single keys" choice={shortcuts} values={SWITCHES} />
      </div>
      <p class="second">
        <kbd>?</kbd> lists the keys.
      </p>
    </section>
  )
}
