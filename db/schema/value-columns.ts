import { boolean, doublePrecision, integer, text } from 'drizzle-orm/pg-core'
import type { ValueField, ValueFields } from '../../domain/weather/value-fields.ts'
import { moment } from './columns.ts'

const word = <Word extends string>() => text().$type<Word>()

const COLUMN_OF_KIND = {
  number: () => doublePrecision(),
  integer: () => integer(),
  flag: () => boolean(),
  moment,
  word,
} as const satisfies Record<ValueField['kind'], () => unknown>

type ColumnOf<Field extends ValueField> = Field extends {
  readonly words: readonly (infer Word extends string)[]
}
  ? ReturnType<typeof word<Word>>
  : ReturnType<(typeof COLUMN_OF_KIND)[Field['kind']]>

type ColumnsOf<Fields extends ValueFields> = {
  -readonly [Name in keyof Fields]: ColumnOf<Fields[Name]>
}

/** A column of its kind for every value of a kind of reading; each may be null. */
export const valueColumns = <Fields extends ValueFields>(fields: Fields): ColumnsOf<Fields> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, { kind }]) => [name, COLUMN_OF_KIND[kind]()]),
  ) as ColumnsOf<Fields>
