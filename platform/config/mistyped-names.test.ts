import { expect, test } from 'vitest'
import { suspiciousNames, unknownNames } from './mistyped-names.ts'
import { settingFacts, settingNames } from './settings.ts'

const meant = (name: string): string | undefined => {
  const [problem] = suspiciousNames({ [name]: 'x' })
  return problem && (/did you mean (\w+)\?/.exec(problem.complaint)?.[1] ?? 'nothing near')
}

test.each([
  ['OPENWEATHER_API_KEY', 'OPENWEATHERMAP_API_KEY'],
  ['OPENWEATHERMAP_APIKEY', 'OPENWEATHERMAP_API_KEY'],
  ['OPEN_WEATHER_MAP_API_KEY', 'OPENWEATHERMAP_API_KEY'],
  ['OPENWEATHERMAP_KEY', 'OPENWEATHERMAP_API_KEY'],
  ['openweathermap_api_key', 'OPENWEATHERMAP_API_KEY'],
  ['OPENWEATHERMAP_API_KEY_FIEL', 'OPENWEATHERMAP_API_KEY_FILE'],
  ['WEATHER_API_KEY', 'WEATHERAPI_API_KEY'],
  ['WEATHERAPI_KEY', 'WEATHERAPI_API_KEY'],
  ['OPENMETEO_API_KEY', 'OPEN_METEO_API_KEY'],
  ['OPEN_METEO_URL', 'OPEN_METEO_BASE_URL'],
  ['WEATHER_PROVIDER', 'WEATHER_PROVIDERS'],
  ['WEATHER_CONTCAT', 'WEATHER_CONTACT'],
  ['METNORWAY_BASE_URL', 'MET_NORWAY_BASE_URL'],
  ['NWS_BASE_URI', 'NWS_BASE_URL'],
  ['DATABASE_URI', 'DATABASE_URL'],
  ['DATABSAE_URL', 'DATABASE_URL'],
  ['REDIS_URI', 'REDIS_URL'],
  ['TEMPORAL_ADRESS', 'TEMPORAL_ADDRESS'],
  ['TEMPORAL_NAMESPCE', 'TEMPORAL_NAMESPACE'],
  ['WEATHER_LOCATION', 'nothing near'],
])('%s is reported, with %s as the name meant', (name, nearest) => {
  expect(meant(name)).toBe(nearest)
})

const FOREIGN = `OPENAI_API_KEY OPENAI_BASE_URL OPENSEA_API_KEY ANTHROPIC_API_KEY GEMINI_API_KEY
  NEWS_API_KEY NEWSAPI_API_KEY MAPBOX_API_KEY DATABASE_HOST DATABASE_NAME DATABASE_USER TEST_DATABASE_URL
  DATABASE_PASSWORD POSTGRES_URL POSTGRES_PASSWORD PGHOST PGUSER REDIS_HOST REDIS_PORT REDIS_PASSWORD TEST_REDIS_URL
  TEMPORAL_CODEC_ENDPOINT TEMPORAL_CODEC_AUTH TEMPORAL_GRPC_META_TEAM TEMPORAL_UI_PORT HOSTS POST SPORT HOME
  HOSTNAME PORTS PATH LANG LC_ALL TERM SHELL USER PWD OLDPWD SHLVL EDITOR NODE_ENV NODE_OPTIONS npm_config_cache
  npm_lifecycle_event CI GITHUB_TOKEN AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY HTTP_PROXY HTTPS_PROXY NO_PROXY
  XDG_DATA_HOME XDG_CACHE_HOME XDG_CONFIG_HOME KUBERNETES_PORT KUBERNETES_SERVICE_HOST SSH_AUTH_SOCK DISPLAY
  WEATHERSTACK_API_KEY WEATHERBIT_API_KEY VISUALCROSSING_API_KEY TOMORROW_API_KEY LOG_LEVEL LOG_FORMAT TZ
  CHAOS_SEED VITEST BASE_URL API_KEY WEB_UI_URL`.split(/\s+/)

test.each(FOREIGN)('%s is not reported', (name) => {
  expect(meant(name)).toBeUndefined()
})

test('our own names are no slips, and an empty variable is none', () => {
  const source = Object.fromEntries(
    settingNames
      .flatMap((name) => (settingFacts(name).fromFile === true ? [name, `${name}_FILE`] : [name]))
      .map((name) => [name, 'x']),
  )
  expect([...suspiciousNames(source), ...unknownNames(source)]).toEqual([])
  expect(suspiciousNames({ OPENWEATHER_API_KEY: '' })).toEqual([])
})

test.each(['WEATHER247_DATADIR', 'weather247_data_dir', 'WEATHER247_DTAA_DIR'])(
  '%s has the prefix of this program, and is refused',
  (name) => {
    expect(unknownNames({ [name]: 'x' })).toEqual([
      { name, complaint: 'is not a setting; did you mean WEATHER247_DATA_DIR?' },
    ])
    expect(suspiciousNames({ [name]: 'x' })).toEqual([])
  },
)
