import { InvalidArgumentError } from 'commander'
import { unprintableIn } from '../../domain/text/printable-text.ts'
import { settings, type SettingName } from '../../platform/config/settings.ts'

type NumberParser = (text: string) => number

/** Digits only, within a range that is always named. */
export function wholeNumberFrom(minimum: number, maximum: number): NumberParser {
  return (text) => {
    const value = Number(text)
    if (/^\d{1,16}$/.test(text) && value >= minimum && value <= maximum) return value
    throw new InvalidArgumentError(`It must be a whole number, ${minimum} to ${maximum}.`)
  }
}

/** Within the bounds of the setting that the option stands for; `min` may go below them. */
export function wholeNumberAs(setting: SettingName, min?: number): NumberParser {
  const schema: object = settings.properties[setting]
  const minimum = 'minimum' in schema && schema.minimum
  const maximum = 'maximum' in schema && schema.maximum
  if (typeof minimum !== 'number' || typeof maximum !== 'number') {
    throw new Error(`${setting} is no number with bounds`)
  }
  return wholeNumberFrom(min ?? minimum, maximum)
}

export function countryCode(text: string): string {
  if (/^[a-z]{2}$/i.test(text)) return text.toUpperCase()
  throw new InvalidArgumentError('It must be a country code of two letters, like DE.')
}

/** Node decodes arguments; what was no UTF-8 has become this. */
const NOT_UTF8 = '\uFFFD'

/** What is wrong with text that a person typed; undefined for text that can be stored and shown. */
export function textFault(text: string): string | undefined {
  if (text.includes(NOT_UTF8)) return 'it has bytes that are no UTF-8'
  const character = unprintableIn(text)
  return character === undefined ? undefined : `it has the unprintable character ${character}`
}

/** Text of one line, of visible characters. */
export function printableText(text: string): string {
  const fault = textFault(text)
  if (fault !== undefined) throw new InvalidArgumentError(`It cannot be used: ${fault}.`)
  return text
}

/** Of an option that takes several. */
export const printableWords = (text: string, before: readonly string[] = []): string[] => [
  ...before,
  printableText(text),
]
