import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { parseLimits } from '../../domain/quota/limit-text.ts'
import { baseUrlOf } from './setting-urls.ts'
import type { SettingFacts } from './setting-schemas.ts'

export type Source = Readonly<Record<string, string | undefined>>

type Schema = SettingFacts & Readonly<Record<string, unknown>>

/** Turns a variable's text into what its schema wants; what cannot be turned stays as it is. */
export function fromText(schema: Schema, text: string, source: Source): unknown {
  if (schema.directory === true) return expandDirectory(text, source)
  if (schema.url === 'base') return baseUrlOf(text) ?? ''
  if (schema['type'] === 'integer') return /^-?\d+$/.test(text) ? Number(text) : text
  if (schema['type'] === 'boolean') return BOOLEANS.get(text.toLowerCase()) ?? text
  if (schema.reads === 'limits') return parseLimits(text) ?? text
  if (schema.reads === 'pace') return paceFrom(text) ?? text
  if (schema['type'] !== 'array') return text
  return text.split(',').map((part) => part.trim())
}

const BOOLEANS = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
])

const PACE_NAMES = new Map([
  ['in-flight', 'maxInFlight'],
  ['spacing-ms', 'spacingMs'],
  ['places', 'placesPerRequest'],
])

/** Undefined where a name is unknown or given twice, or a value is no number. */
function paceFrom(text: string): Record<string, number> | undefined {
  const pace: Record<string, number> = {}
  for (const part of text.split(',')) {
    const [, name = '', value] = /^([a-z-]+)=(\d+)$/.exec(part.trim()) ?? []
    const field = PACE_NAMES.get(name)
    if (field === undefined || field in pace) return undefined
    pace[field] = Number(value)
  }
  return pace
}

function expandDirectory(text: string, source: Source): string {
  const expanded = text.replace(
    /\$\{(\w+):-([^}]*)\}/g,
    (_, name: string, otherwise: string) => source[name] ?? otherwise,
  )
  const home = source['HOME'] ?? homedir()
  return resolve(expanded.replace(/^~(?=\/|$)/, () => home))
}

export function expectation(schema: Schema): string {
  if (schema.expected !== undefined) return schema.expected
  const { type, minimum, maximum, enum: options } = schema
  if (Array.isArray(options)) return `one of ${options.join(', ')}`
  if (type === 'integer') return `a whole number from ${String(minimum)} to ${String(maximum)}`
  if (type === 'boolean') return 'true or false'
  return 'a text'
}
