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

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly choice: Signal<T>
  readonly values: readonly T[]
}

function Choice<T extends string>({ label, choice, values }: ChoiceProps<T>) {
  return (
    <label>
      {label}
      <select
        value={choice.value}
        onChange={({ currentTarget: { value } }) => {
          const chosen = values.find((one) => one === value)
          if (chosen !== undefined) choice.value = chosen
        }}
      >
        {values.map((value) => (
          <option key={value} value={value}>
            {value}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Of this browser; nothing of the installation is changed by them. */
export function Preferences() {
  return (
    <section class="part" aria-labelledby="part-preferences">
      <h2 id="part-preferences">This browser</h2>
      <div class="filters">
        <Choice label="Temperature" choice={temperatureUnit} values={TEMPERATURES} />
        <Choice label="Wind" choice={windUnit} values={WINDS} />
        <Choice label="Times" choice={zone} values={ZONES} />
        <Choice label="Look" choice={theme} values={THEMES} />
        <Choice label="Single keys" choice={shortcuts} values={SWITCHES} />
      </div>
      <p class="second">
        <kbd>/</kbd> finds a city; <kbd>g</kbd> and then <kbd>n</kbd> <kbd>c</kbd> <kbd>r</kbd>{' '}
        <kbd>p</kbd> <kbd>s</kbd> leads to a page.
      </p>
    </section>
  )
}
