import { valueIn, type UnitSystem } from '../../domain/weather/unit-systems.ts'
import {
  fieldEntries,
  unitOf,
  type ValueFields,
  type ValuesOf,
} from '../../domain/weather/value-fields.ts'
import type { ValuesBlock } from '../schemas/value-fields.ts'

/** How values of a table of fields are shown; the compiler cannot follow names through the table. */
export function viewOf<Fields extends ValueFields>(fields: Fields) {
  const shown = fieldEntries(fields).map(([name, field]) => ({
    name,
    responseName: field.responseName,
    unit: unitOf(field),
  }))

  return function view(values: ValuesOf<Fields>, system: UnitSystem): ValuesBlock<Fields> {
    const block: Record<string, unknown> = {}
    for (const { name, responseName, unit } of shown) {
      const value: unknown = values[name]
      if (value instanceof Date) block[responseName] = value.toISOString()
      else block[responseName] = typeof value === 'number' ? valueIn(system, unit, value) : value
    }
    return block as ValuesBlock<Fields>
  }
}

/** Names of fields as responses have them. */
export const responseNamesOf =
  (fields: ValueFields) =>
  (names: readonly string[]): string[] =>
    names.map((name) => (Object.hasOwn(fields, name) ? fields[name]?.responseName : null) ?? name)
