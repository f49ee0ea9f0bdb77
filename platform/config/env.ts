import { Value } from 'typebox/value'
import { outsideText } from '../../domain/text/printable-text.ts'
import { readBoundedText, TextFileError } from '../files/bounded-text-file.ts'
import { unknownNames } from './mistyped-names.ts'
import { Secret } from './secret.ts'
import { expectation, fromText, type Source } from './setting-text.ts'
import { isServiceUrl } from './setting-urls.ts'
import { SettingsError, type SettingsProblem } from './settings-error.ts'
import {
  settingFacts,
  settingNames,
  settings,
  type SettingName,
  type Settings,
} from './settings.ts'
import { FAULT_TEXTS, isFaultCode } from '../system-fault/system-fault-codes.ts'

export type Env = Readonly<Settings> & {
  /** What `@temporalio/envconfig` reads: all of TEMPORAL_*, and where the user's files are. */
  readonly temporalVariables: Secret<Readonly<Record<string, string>>>
}

/** @throws SettingsError that names every wrong variable at once. */
export function readEnv(source: Source = process.env): Env {
  const problems: SettingsProblem[] = unknownNames(source)
  const complain = (name: string, complaint: string) => void problems.push({ name, complaint })
  const values: Partial<Record<SettingName, unknown>> = {}
  const texts = new Map<SettingName, string>()

  for (const name of settingNames) {
    const text = textOf(name, source, complain)
    if (text === undefined) continue
    texts.set(name, text)
    values[name] = parse(name, text, source, complain)
  }

  problems.push(...unfitHeaders(source))
  if (problems.length > 0) throw new SettingsError(problems)
  return {
    ...(values as Settings),
    temporalVariables: new Secret(temporalVariables(source, texts)),
  }
}

/** The variables as they came, for programs that are started with them. */
export function inheritedVariables(): Source {
  return { ...process.env }
}

type Complain = (name: string, complaint: string) => void

/** An empty variable counts as absent: that is how compose files pass on what is not set. */
function textOf(name: SettingName, source: Source, complain: Complain): string | undefined {
  const facts = settingFacts(name)
  const own = source[name]?.trim() ?? ''
  const file = facts.fromFile === true ? (source[`${name}_FILE`] ?? '') : ''
  if (own !== '' && file !== '') complain(name, `and ${name}_FILE are both set; keep one`)
  else if (file !== '') return textOfFile(`${name}_FILE`, file, complain)
  if (own !== '') return own
  return facts.default === undefined ? undefined : String(facts.default)
}

/** A key, a URL, or a certificate's key: nothing that is set is longer. */
const MAX_SECRET_BYTES = 64 * 1024

function textOfFile(name: string, file: string, complain: Complain): string | undefined {
  try {
    const text = readBoundedText(file, MAX_SECRET_BYTES).trim()
    if (text !== '') return text
    complain(name, `must name a file that is not empty: ${file}`)
  } catch (error) {
    complain(name, `must name a readable file: ${file} ${whyUnreadable(error)}`)
  }
  return undefined
}

function whyUnreadable(error: unknown): string {
  if (error instanceof TextFileError) return `(${error.message})`
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
  return isFaultCode(code) ? `(${code}: ${FAULT_TEXTS[code].what})` : `(${code})`
}

function parse(name: SettingName, text: string, source: Source, complain: Complain): unknown {
  const facts = settingFacts(name)
  const value = fromText(facts, text, source)
  const isUrl = facts.url !== 'service' || isServiceUrl(text)
  if ((facts.lines === true ? BROKEN : UNPRINTABLE).test(text)) {
    complain(name, 'must hold no control characters and no broken text')
  } else if (!isUrl || !Value.Check(settings.properties[name], value)) {
    const got = facts.secret === true ? '' : `, not ${JSON.stringify(outsideText(text))}`
    complain(name, `must be ${expectation(facts)}${got}`)
  }
  return facts.secret === true ? new Secret(text) : value
}

/** What no file name, header or address can hold. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\uFFFD]/u
const BROKEN = /[\0\p{Cs}\uFFFD]/u

/** Headers for the Temporal server, such as those a proxy requires. */
const TEMPORAL_HEADER = 'TEMPORAL_GRPC_META_'

const unfitHeaders = (source: Source): SettingsProblem[] =>
  Object.entries(source)
    .filter(([name, text]) => name.startsWith(TEMPORAL_HEADER) && !/^[ -~]*$/.test(text ?? ''))
    .map(([name]) => ({ name, complaint: 'must be ASCII without control characters' }))

const USER_FILES = ['HOME', 'XDG_CONFIG_HOME', 'APPDATA']

function temporalVariables(
  source: Source,
  texts: ReadonlyMap<SettingName, string>,
): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [name, text] of Object.entries(source)) {
    const isOurs = name.startsWith(TEMPORAL_HEADER) || USER_FILES.includes(name)
    if (isOurs && text !== undefined) found[name] = text
  }
  for (const [name, text] of texts) {
    if (name.startsWith('TEMPORAL_')) found[name] = text
  }
  if (found['TEMPORAL_TLS'] !== undefined) {
    found['TEMPORAL_TLS'] = found['TEMPORAL_TLS'].toLowerCase()
  }
  return found
}
