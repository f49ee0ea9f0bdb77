import { Type, type Static } from 'typebox'
import { PROVIDER_IDS, type ProviderId } from '../domain/provider.ts'
import { QUOTA_WINDOWS, type QuotaWindow } from '../domain/quota.ts'
import type { Secret } from './secret.ts'

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const
export const LOG_FORMATS = ['auto', 'json', 'pretty'] as const

export interface QuotaSetting {
  readonly window: QuotaWindow
  readonly limit: number
}

/** What a property of the schema says about itself, beside its JSON Schema. */
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
  readonly url?: boolean
  readonly pattern?: string
  /** What the value has to be, where type and range do not say it. */
  readonly expected?: string
}

const text = (description: string, more: Omit<SettingFacts, 'description'> = {}) =>
  Type.Optional(Type.String({ description, minLength: 1, ...more }))

const textOr = (value: string, description: string, more: Omit<SettingFacts, 'description'> = {}) =>
  Type.String({ description, minLength: 1, default: value, ...more })

const integer = (value: number, [minimum, maximum]: [number, number], about: SettingFacts) =>
  Type.Integer({ ...about, default: value, minimum, maximum })

const keepDays = (value: number, what: string, least = 1) =>
  integer(value, [least, 3650], { description: `How long to keep ${what}`, unit: 'days' })

const port = (value: number, description: string) =>
  integer(value, [0, 65_535], { description: `${description} (0: any free one)`, unit: 'TCP port' })

const secret = (description: string, more: { pattern?: string; expected?: string } = {}) =>
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

const httpUrl = (description: string) =>
  Type.Optional(
    Type.String({
      description,
      url: true,
      pattern: '^https?://',
      expected: 'an http:// or https:// URL',
    }),
  )

const choice = <const T extends readonly string[]>(options: T, value: T[number], about: string) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: options, default: value, description: about })

const providerList = (description: string) =>
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

const quota = (provider: string) =>
  Type.Optional(
    Type.Unsafe<readonly QuotaSetting[]>({
      type: 'array',
      items: {
        type: 'object',
        required: ['window', 'limit'],
        properties: {
          window: { type: 'string', enum: QUOTA_WINDOWS },
          limit: { type: 'integer', minimum: 0 },
        },
      },
      minItems: 1,
      description: `Replaces the published limits of ${provider}, e.g. \`600/minute,10000/day\``,
      expected: `a comma-separated list like 600/minute,10000/day, each window (${QUOTA_WINDOWS.join(', ')}) once`,
    }),
  )

const baseUrl = (provider: string) =>
  httpUrl(`Where ${provider} is asked, instead of its own address`)

export const settings = Type.Object({
  HOST: textOr('127.0.0.1', 'The address the API and the dashboard listen on'),
  PORT: port(8247, 'The port of the API and the dashboard'),

  WEATHER247_DATA_DIR: textOr(
    '${XDG_DATA_HOME:-~/.local/share}/weather247',
    'Where the embedded database and Temporal server keep their data; the demo appends `-demo`',
    { directory: true },
  ),
  WEATHER247_CACHE_DIR: textOr(
    '${XDG_CACHE_HOME:-~/.cache}/weather247',
    'Where downloaded programs are kept',
    { directory: true },
  ),

  DATABASE_URL: secret('PostgreSQL to use instead of the embedded one', {
    pattern: '^postgres(ql)?://.',
    expected: 'a postgres:// URL',
  }),
  WEATHER247_DATABASE_POOL: integer(10, [1, 1000], {
    description: 'Database connections of each process',
    unit: 'connections',
  }),
  REDIS_URL: secret('Redis to use as the shared cache instead of memory', {
    pattern: '^rediss?://.',
    expected: 'a redis:// or rediss:// URL',
  }),

  TEMPORAL_ADDRESS: text('Temporal server to use instead of the embedded one', {
    pattern: '^(\\[[0-9A-Fa-f:.]+\\]|[^\\s:/@\\[\\]]+):\\d{1,5}$',
    expected: 'host:port',
  }),
  TEMPORAL_NAMESPACE: text('Temporal namespace; `default` when absent'),
  TEMPORAL_API_KEY: secret('API key of the Temporal server; turns TLS on'),
  TEMPORAL_PROFILE: text('Profile of the Temporal configuration file'),
  TEMPORAL_CONFIG_FILE: text('Temporal configuration file (TOML)'),
  TEMPORAL_TLS: Type.Optional(Type.Boolean({ description: 'TLS to the Temporal server' })),
  TEMPORAL_TLS_SERVER_NAME: text('Server name expected in the certificate of the Temporal server'),
  TEMPORAL_TLS_SERVER_CA_CERT_PATH: text('File with the CA certificate of the Temporal server'),
  TEMPORAL_TLS_SERVER_CA_CERT_DATA: text('The same certificate, as PEM text'),
  TEMPORAL_TLS_CLIENT_CERT_PATH: text('File with the client certificate for the Temporal server'),
  TEMPORAL_TLS_CLIENT_CERT_DATA: text('The same certificate, as PEM text'),
  TEMPORAL_TLS_CLIENT_KEY_PATH: text('File with the key of the client certificate'),
  TEMPORAL_TLS_CLIENT_KEY_DATA: secret('The same key, as PEM text'),
  TEMPORAL_CLI_PATH: text('The `temporal` program that runs the embedded server'),
  WEATHER247_TEMPORAL_PORT: port(7233, 'The port of the embedded Temporal server'),
  WEATHER247_TEMPORAL_UI_PORT: port(8233, 'The port of the embedded Temporal Web UI'),
  WEATHER247_WEB_UI_URL: httpUrl('The Temporal Web UI of an external Temporal server, for links'),

  WEATHER_PROVIDERS: providerList(
    'Which weather APIs are asked, in this order; by default those with a key, then the free ones',
  ),
  WEATHER_CONTACT: text('E-mail address or URL by which weather APIs can reach you (User-Agent)', {
    pattern: '^(https?://[^\\s()]+|[^\\s()@<>]+@[^\\s()@<>]+)$',
    expected: 'an e-mail address or an http(s) URL',
  }),
  OPEN_METEO_API_KEY: secret('API key of a paid Open-Meteo plan'),
  OPENWEATHERMAP_API_KEY: secret('API key of OpenWeatherMap; turns the provider on'),
  WEATHERAPI_API_KEY: secret('API key of WeatherAPI.com; turns the provider on'),
  OPEN_METEO_BASE_URL: baseUrl('Open-Meteo'),
  MET_NORWAY_BASE_URL: baseUrl('MET Norway'),
  OPENWEATHERMAP_BASE_URL: baseUrl('OpenWeatherMap'),
  WEATHERAPI_BASE_URL: baseUrl('WeatherAPI.com'),
  NWS_BASE_URL: baseUrl('the US National Weather Service'),
  OPEN_METEO_QUOTA: quota('Open-Meteo'),
  MET_NORWAY_QUOTA: quota('MET Norway'),
  OPENWEATHERMAP_QUOTA: quota('OpenWeatherMap'),
  WEATHERAPI_QUOTA: quota('WeatherAPI.com'),
  NWS_QUOTA: quota('the US National Weather Service'),

  WEATHER247_REFRESH_INTERVAL_MINUTES: integer(15, [1, 1440], {
    description: 'How often the schedule refreshes what is due',
    unit: 'minutes',
  }),
  WEATHER247_MAX_AGE_MINUTES: integer(15, [1, 1440], {
    description: 'How old a reading may get before its city is due',
    unit: 'minutes',
  }),
  WEATHER247_FORECAST_MAX_AGE_MINUTES: integer(180, [15, 10_080], {
    description: 'How old a forecast may get before it is due',
    unit: 'minutes',
  }),
  WEATHER247_AIR_QUALITY_MAX_AGE_MINUTES: integer(60, [15, 10_080], {
    description: 'How old a reading of air quality may get before it is due',
    unit: 'minutes',
  }),
  WEATHER247_REFRESH_CONCURRENCY: integer(100, [1, 10_000], {
    description: 'How many refresh activities one worker runs at once',
    unit: 'activities',
  }),

  WEATHER247_WARM_INTERVAL_MINUTES: integer(30, [5, 1440], {
    description: 'How often the cache is filled with the most requested cities',
    unit: 'minutes',
  }),
  WEATHER247_WARM_CITIES: integer(20, [1, 1000], {
    description: 'How many of the most requested cities are kept in the cache',
    unit: 'cities',
  }),
  WEATHER247_POPULARITY_HALF_LIFE_HOURS: integer(24, [1, 720], {
    description: 'After how long a read counts half as much for how requested its city is',
    unit: 'hours',
  }),
  WEATHER247_QUOTA_INTERVAL_MINUTES: integer(60, [5, 1440], {
    description: 'How often quota and health of the providers are judged',
    unit: 'minutes',
  }),
  WEATHER247_ANALYTICS_INTERVAL_MINUTES: integer(120, [15, 1440], {
    description: 'How often the analytics are computed',
    unit: 'minutes',
  }),
  WEATHER247_CLEANUP_TIME_ZONE: textOr(
    'UTC',
    'The time zone in which the daily cleanup is at 02:00',
    {
      expected: 'an IANA time zone such as Europe/Berlin',
      pattern: '^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*$',
    },
  ),

  WEATHER247_KEEP_DAYS: keepDays(30, 'readings of conditions and air quality'),
  WEATHER247_KEEP_FORECAST_DAYS: keepDays(7, 'forecast days that have passed'),
  WEATHER247_KEEP_ROLLUP_DAYS: keepDays(
    90,
    'hourly rollups, of which analytics need 8, and analytics reports',
    8,
  ),
  WEATHER247_KEEP_SUMMARY_DAYS: keepDays(90, 'summaries of runs'),
  WEATHER247_KEEP_USAGE_DAYS: keepDays(90, 'hourly counts of requests'),

  WEATHER247_CACHE_CONDITIONS_SECONDS: integer(900, [10, 604_800], {
    description: 'For how long conditions in the cache are served without asking the database',
    unit: 'seconds',
  }),
  WEATHER247_CACHE_ANALYTICS_SECONDS: integer(14_400, [60, 604_800], {
    description: 'How long analytics stay in the cache; at least twice their interval',
    unit: 'seconds',
  }),

  WEATHER247_LOG_LEVEL: choice(LOG_LEVELS, 'info', 'The least important log lines to write'),
  WEATHER247_LOG_FORMAT: choice(LOG_FORMATS, 'auto', '`auto` is pretty on a terminal, else JSON'),
})

export type Settings = Static<typeof settings>
export type SettingName = keyof Settings

export const settingNames = Object.keys(settings.properties) as SettingName[]

/** Every property is built above with its facts: the schema's own type forgets them. */
export function settingFacts(name: SettingName): SettingFacts & Readonly<Record<string, unknown>> {
  return settings.properties[name] as unknown as SettingFacts & Readonly<Record<string, unknown>>
}
