/** [lowest, highest]. */
export type Range = readonly [number, number]

/** The units that values are stored in. */
export const CANONICAL_UNITS = ['°C', '%', 'hPa', 'km', 'km/h', '°', 'mm', 'µg/m³', '1'] as const

export type CanonicalUnit = (typeof CANONICAL_UNITS)[number]

interface FieldFacts {
  /** What it is called in a response. */
  readonly responseName: string
}

interface NumberField extends FieldFacts {
  readonly kind: 'number' | 'integer'
  /** Shown in a response; a field whose name says it all has none. */
  readonly unit?: CanonicalUnit
  /** A value outside cannot be. */
  readonly range?: Range
  /** Conditions without it, and any reading with one out of range, are refused. */
  readonly isRequired?: true
}

interface WordField extends FieldFacts {
  readonly kind: 'word'
  readonly words: readonly string[]
}

interface OtherField extends FieldFacts {
  readonly kind: 'flag' | 'moment'
}

export type ValueField = NumberField | WordField | OtherField

/** Every value of one kind of reading, in canonical units, by its name in the code. */
export type ValueFields = Readonly<Record<string, ValueField>>

interface ValueOfKind {
  readonly number: number
  readonly integer: number
  readonly flag: boolean
  readonly moment: Date
}

type ValueOf<Field extends ValueField> = Field extends { readonly words: readonly (infer Word)[] }
  ? Word
  : Field['kind'] extends keyof ValueOfKind
    ? ValueOfKind[Field['kind']]
    : never

/** What the provider does not have is null. */
export type ValuesOf<Fields extends ValueFields> = {
  readonly [Name in keyof Fields]: ValueOf<Fields[Name]> | null
}

export const fieldNames = <Fields extends ValueFields>(fields: Fields) =>
  Object.keys(fields) as (keyof Fields & string)[]

export const fieldEntries = <Fields extends ValueFields>(fields: Fields) =>
  Object.entries(fields) as [keyof Fields & string, ValueField][]

export const noValues = <Fields extends ValueFields>(fields: Fields) =>
  Object.fromEntries(Object.keys(fields).map((name) => [name, null])) as {
    readonly [Name in keyof Fields]: null
  }

/** The unit of a field; undefined where its name says it all. */
export const unitOf = (field: ValueField): CanonicalUnit | undefined =>
  'unit' in field ? field.unit : undefined
