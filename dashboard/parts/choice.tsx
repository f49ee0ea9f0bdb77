interface ChoiceProps<T extends string> {
  readonly label: string
  readonly value: T
  /** Each with what it is called. */
  readonly values: readonly (readonly [value: T, text: string])[]
  readonly choose: (value: T) => void
}

/** One of a few. */
export function Choice<T extends string>({ label, value, values, choose }: ChoiceProps<T>) {
  return (
    <label>
      {label}
      <select
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = values.find(([one]) => one === currentTarget.value)
          if (chosen) choose(chosen[0])
        }}
      >
        {values.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
