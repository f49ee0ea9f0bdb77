import { Type, type Static } from 'typebox'
import { providerSettings } from './provider-settings.ts'
import {
  apiKey,
  choice,
  hostList,
  httpUrl,
  integer,
  networkList,
  originList,
  keepDays,
  port,
  PORT_PATTERN,
  providerList,
  secret,
  text,
  textOr,
  type SettingFacts,
} from './setting-schemas.ts'

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const
export const LOG_FORMATS = ['auto', 'json', 'pretty'] as const

export const settings = Type.Object({
  HOST: textOr(
    '127.0.0.1',
    'The address the API and the dashboard listen on; one that others can reach is refused until there is an API token',
  ),
  PORT: port(8247, 'The port of the API and the dashboard'),
  WEATHER247_ALLOWED_HOSTS: hostList(
    'Names under which the API is reached, beside the address and port it listens on, such as that of a reverse proxy; a name without a port counts with any',
  ),
  WEATHER247_UNPROTECTED_API: Type.Optional(
    Type.Boolean({
      description:
        'Lets HOST be an address that others can reach while there is no API token: for containers and networks that keep others out',
    }),
  ),
  WEATHER247_COMMERCIAL: Type.Optional(
    Type.Boolean({
      description:
        'Says that this installation is used commercially: providers whose plan forbids that are left out',
    }),
  ),
  WEATHER247_PRIVATE_WEBHOOKS: Type.Optional(
    Type.Boolean({
      description:
        'Lets webhooks be on this machine and its networks, and without encryption: for development; whoever is admin can then reach with them what only this machine can',
    }),
  ),
  WEATHER247_READ_REFRESH_SECONDS: integer(5, [1, 25], {
    description: 'How long a read with `refresh=if-stale` waits for the refresh of its city',
    unit: 'seconds',
  }),

  WEATHER247_TRUSTED_PROXIES: networkList(
    'Reverse proxies in front of the API, whose X-Forwarded-For names the client: for rate limits and the audit',
  ),
  WEATHER247_CORS_ORIGINS: originList(
    'Origins whose pages may use the API from a browser; by default none but its own',
  ),
  WEATHER247_RATE_LIMIT_PER_TOKEN: integer(600, [1, 1_000_000], {
    description: 'Requests of each token before the answer is 429',
    unit: 'requests a minute',
  }),
  WEATHER247_RATE_LIMIT_PER_ADDRESS: integer(1_200, [1, 1_000_000], {
    description:
      'Requests of each address before the answer is 429; this machine is exempt while there is no token',
    unit: 'requests a minute',
  }),

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
    url: 'service',
    expected: 'a postgres:// URL',
  }),
  WEATHER247_DATABASE_POOL: integer(10, [1, 1000], {
    description: 'Database connections of each process',
    unit: 'connections',
  }),
  REDIS_URL: secret('Redis to use as the shared cache instead of memory', {
    pattern: '^rediss?://.',
    url: 'service',
    expected: 'a redis:// or rediss:// URL',
  }),

  TEMPORAL_ADDRESS: text('Temporal server to use instead of the embedded one', {
    pattern: `^(\\[[0-9A-Fa-f:.]+\\]|[A-Za-z0-9._-]+):${PORT_PATTERN}$`,
    expected: 'host:port',
  }),
  TEMPORAL_NAMESPACE: text('Temporal namespace; `default` when absent', {
    pattern: '^\\S+$',
    expected: 'a name without spaces',
  }),
  TEMPORAL_API_KEY: apiKey('API key of the Temporal server; turns TLS on'),
  TEMPORAL_PROFILE: text('Profile of the Temporal configuration file'),
  TEMPORAL_CONFIG_FILE: text('Temporal configuration file (TOML)'),
  TEMPORAL_TLS: Type.Optional(Type.Boolean({ description: 'TLS to the Temporal server' })),
  TEMPORAL_TLS_SERVER_NAME: text('Server name expected in the certificate of the Temporal server', {
    pattern: '^[A-Za-z0-9._-]+$',
    expected: 'a host name',
  }),
  TEMPORAL_TLS_SERVER_CA_CERT_PATH: text('File with the CA certificate of the Temporal server'),
  TEMPORAL_TLS_SERVER_CA_CERT_DATA: text('The same certificate, as PEM text', { lines: true }),
  TEMPORAL_TLS_CLIENT_CERT_PATH: text('File with the client certificate for the Temporal server'),
  TEMPORAL_TLS_CLIENT_CERT_DATA: text('The same certificate, as PEM text', { lines: true }),
  TEMPORAL_TLS_CLIENT_KEY_PATH: text('File with the key of the client certificate'),
  TEMPORAL_TLS_CLIENT_KEY_DATA: secret('The same key, as PEM text', { lines: true }),
  TEMPORAL_CLI_PATH: text('The `temporal` program that runs the embedded server'),
  WEATHER247_TEMPORAL_PORT: port(7233, 'The port of the embedded Temporal server'),
  WEATHER247_TEMPORAL_UI_PORT: port(8233, 'The port of the embedded Temporal Web UI'),
  WEATHER247_TEMPORAL_DISK_MB: integer(1_000, [100, 1_000_000], {
    description:
      'How large the file of the embedded Temporal server may grow; histories that would not fit go earlier than after 3 days',
    unit: 'MB',
  }),
  WEATHER247_WEB_UI_URL: httpUrl('The Temporal Web UI of an external Temporal server, for links'),

  WEATHER_PROVIDERS: providerList(
    'Which weather APIs are used, in this order; by default those with a key, then the free ones',
  ),
  WEATHER_CONTACT: text('E-mail address or URL by which weather APIs can reach you (User-Agent)', {
    pattern: "^(https?://[!-'*-~]{1,200}|[!-'*-;=?A-~]{1,100}@[!-'*-;=?A-~]{1,100})$",
    expected:
      'an e-mail address or an http(s) URL in ASCII, since it travels in a header; a domain in its xn-- form',
  }),
  ...providerSettings(),

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
  WEATHER247_KEEP_AUDIT_DAYS: keepDays(365, 'the audit of changes over HTTP'),

  WEATHER247_CACHE_CONDITIONS_SECONDS: integer(900, [10, 604_800], {
    description: 'For how long conditions in the cache are served without a database query',
    unit: 'seconds',
  }),
  WEATHER247_CACHE_ANALYTICS_SECONDS: integer(14_400, [60, 604_800], {
    description: 'How long analytics stay in the cache; at least twice their interval',
    unit: 'seconds',
  }),

  WEATHER247_API_URL: httpUrl(
    'The API that `weather247 watch` and `weather247 open` turn to; by default that of the instance on this machine',
  ),
  WEATHER247_TOKEN: secret('The API token with which `weather247 watch` asks'),

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
