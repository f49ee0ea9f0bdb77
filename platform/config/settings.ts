import { Type, type Static } from 'typebox'
import { API_SETTINGS } from './api-settings.ts'
import { JOB_SETTINGS } from './job-settings.ts'
import { providerSettings } from './provider-settings.ts'
import { SERVICE_SETTINGS } from './service-settings.ts'
import {
  choice,
  httpUrl,
  integer,
  objectiveList,
  promiseList,
  providerList,
  secret,
  text,
  textOr,
  type SettingFacts,
} from './setting-schemas.ts'

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const
export const LOG_FORMATS = ['auto', 'json', 'pretty'] as const

export const settings = Type.Object({
  ...API_SETTINGS,

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

  ...SERVICE_SETTINGS,

  WEATHER_PROVIDERS: providerList(
    'Which weather APIs are used, in this order; by default those with a key, then the free ones',
  ),
  WEATHER247_SECOND_OPINION_PERCENT: integer(1, [0, 10], {
    description:
      'How much of each provider’s daily limit may go to asking it about cities that another one served, while it has room to spare; 0 asks for none',
    unit: 'percent',
  }),
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
  WEATHER247_PROMISES: promiseList(
    'What is promised where limits are short, in minutes: `top:20=15` that the 20 most requested cities are never older, `population:1000000=60` those of a million people, `all=1440` every city. The first that has a city counts; without `all` every city is promised a day. docs/planner.md',
  ),
  WEATHER247_FRESHNESS_OBJECTIVES: objectiveList(
    'Service level objectives of freshness: `top:20=20@95` that the 20 most requested cities are no older than 20 minutes for 95 % of their time, `population:1000000=30@99` those of a million people, `all=30@95` every city. Unless set, one refresh and 5 minutes for the top 20, two refreshes for all. docs/operating.md',
  ),
  WEATHER247_REFRESH_CONCURRENCY: integer(100, [1, 10_000], {
    description: 'How many refresh activities one worker runs at once',
    unit: 'activities',
  }),

  ...JOB_SETTINGS,

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
