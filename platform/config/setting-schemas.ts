import { Type } from 'typebox'
import {
  PROVIDER_IDS,
  type ProviderFacts,
  type ProviderId,
} from '../../domain/provider/provider-catalogue.ts'
import { OBJECTIVE_PATTERN } from '../../domain/objectives/freshness-objective.ts'
import { LIMITS_FORM, type LimitSetting } from '../../domain/quota/limit-text.ts'
import {
  MOST_IN_FLIGHT,
  MOST_SPACING_MS,
  type LimitOverrides,
} from '../../domain/provider/provider-limits.ts'
import { PUBLISHED_LIMITS } from '../../domain/provider/published-limits.ts'
import type { Secret } from './secret.ts'
import { BASE_URL_FORM } from './setting-urls.ts'

/** The facts of a setting, kept in its JSON Schema. */
export interface SettingFacts {
  readonly description: string
  readonly default?: string | number | boolean
  readonly unit?: string
  /** The value never appears in a message, a log line or the settings table. */
  readonly secret?: boolean
  /** `<NAME>_FILE` may name a file that holds the value. */
  readonly fromFile?: boolean
  /** A directory: `~` and `${NAME:-…}` are expanded. */
  readonly directory?: boolean
  /** `base`: requests append their path. `service`: a driver reads it. */
  readonly url?: 'base' | 'service'
  /** The value may have many lines. */
  readonly lines?: boolean
  /** A form of its own. */
  readonly reads?: 'limits' | 'pace'
  readonly pattern?: string
  /** What the value has to be, where type and range do not say it. */
  readonly expected?: string
}

export const text = (description: string, more: Omit<SettingFacts, 'description'> = {}) =>
  Type.Optional(Type.String({ description, minLength: 1, ...more }))

export const textOr = (
  value: string,
  description: string,
  more: Omit<SettingFacts, 'description'> = {},
) => Type.String({ description, minLength: 1, default: value, ...more })

export const integer = (value: number, [minimum, maximum]: [number, number], about: SettingFacts) =>
  Type.Integer({ ...about, default: value, minimum, maximum })

export const keepDays = (value: number, what: string, min = 1) =>
  integer(value, [min, 3650], { description: `How long to keep ${what}`, unit: 'days' })

/** A regular expression for 1 to 65535. */
export const PORT_PATTERN =
  '([1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5])'

export const port = (value: number, description: string) =>
  integer(value, [0, 65_535], { description: `${description} (0: any free one)`, unit: 'TCP port' })

/** Needs no encoding in a header or a query. */
const VISIBLE_ASCII = '^[!-~]+$'

type SecretFacts = Pick<SettingFacts, 'pattern' | 'expected' | 'url' | 'lines'>

export const secret = (description: string, more: SecretFacts = {}) =>
  Type.Optional(
    Type.Unsafe<Secret>({
      type: 'string',
      description,
      minLength: 1,
      secret: true,
      fromFile: true,
      expected: 'not empty',
      ...more,
    }),
  )

export const apiKey = (description: string) =>
  secret(description, { pattern: VISIBLE_ASCII, expected: 'ASCII without spaces' })

export const httpUrl = (description: string) =>
  Type.Optional(
    Type.String({
      description,
      url: 'base',
      pattern: '^https?://',
      expected: BASE_URL_FORM,
    }),
  )

export const choice = <const T extends readonly string[]>(
  options: T,
  value: T[number],
  about: string,
) => Type.Unsafe<T[number]>({ type: 'string', enum: options, default: value, description: about })

export const providerList = (description: string) =>
  Type.Optional(
    Type.Unsafe<readonly ProviderId[]>({
      type: 'array',
      items: { type: 'string', enum: PROVIDER_IDS },
      minItems: 1,
      uniqueItems: true,
      description,
      expected: `a comma-separated list, each once, out of ${PROVIDER_IDS.join(', ')}`,
    }),
  )

export const hostList = (description: string) =>
  Type.Optional(
    Type.Unsafe<readonly string[]>({
      type: 'array',
      items: { type: 'string', pattern: '^(\\[[0-9A-Fa-f:.]+\\]|[A-Za-z0-9._-]+)(:\\d{1,5})?$' },
      minItems: 1,
      uniqueItems: true,
      description,
      expected: 'a comma-separated list, each once, like weather.example,localhost:9000',
    }),
  )

const listOf = (pattern: string, description: string, expected: string) =>
  Type.Optional(
    Type.Unsafe<readonly string[]>({
      type: 'array',
      items: { type: 'string', pattern },
      minItems: 1,
      uniqueItems: true,
      description,
      expected,
    }),
  )

export const promiseList = (description: string) =>
  listOf(
    '^(top:\\d{1,6}|population:\\d{1,9}|all)=\\d{1,5}$',
    description,
    'a comma-separated list, each once, like top:20=15,population:1000000=60,all=1440',
  )

export const objectiveList = (description: string) =>
  listOf(
    `^${OBJECTIVE_PATTERN}$`,
    description,
    'a comma-separated list, each once, like top:20=20@95,all=30@95',
  )

export const originList = (description: string) =>
  listOf(
    '^https?://(\\[[0-9a-f:.]+\\]|[a-z0-9._-]+)(:\\d{1,5})?$',
    description,
    'a comma-separated list of origins in lower case, each once, like https://weather.example',
  )

export const networkList = (description: string) =>
  listOf(
    '^[0-9A-Fa-f:.]+(/\\d{1,3})?$',
    description,
    'a comma-separated list of IP addresses and networks, each once, like 127.0.0.1,10.0.0.0/8',
  )

/** Read by `fromText`, which leaves what it cannot read as it is. */
export const quota = (provider: string) =>
  Type.Optional(
    Type.Unsafe<readonly LimitSetting[]>({
      type: 'array',
      reads: 'limits',
      items: { type: 'object' },
      description: `Replaces the published limits of ${provider}, e.g. \`600/minute,10000/day\``,
      expected: LIMITS_FORM,
    }),
  )

const mostPlaces = (id: ProviderId): number => PUBLISHED_LIMITS[id].mostPlaces

export const pace = (provider: string, id: ProviderId) =>
  Type.Optional(
    Type.Unsafe<Pick<LimitOverrides, 'maxInFlight' | 'spacingMs' | 'placesPerRequest'>>({
      type: 'object',
      reads: 'pace',
      minProperties: 1,
      additionalProperties: false,
      properties: {
        maxInFlight: { type: 'integer', minimum: 1, maximum: MOST_IN_FLIGHT },
        spacingMs: { type: 'integer', minimum: 0, maximum: MOST_SPACING_MS },
        placesPerRequest: { type: 'integer', minimum: 1, maximum: mostPlaces(id) },
      },
      description: `How many requests ${provider} is sent at a time by each process (1: by all together), how far apart, and for how many places each, e.g. \`in-flight=4,spacing-ms=50\``,
      expected:
        `a comma-separated list of in-flight=1 to ${MOST_IN_FLIGHT}, spacing-ms=0 to ` +
        `${MOST_SPACING_MS} and places=1 to ${mostPlaces(id)}, each at most once`,
    }),
  )

export const baseUrl = (provider: string) =>
  httpUrl(`Where requests to ${provider} go, instead of its own address`)

export const providerKey = ({ name, key }: ProviderFacts) =>
  apiKey(
    key === 'required'
      ? `API key of ${name}; turns the provider on`
      : `API key of a paid ${name} plan`,
  )
