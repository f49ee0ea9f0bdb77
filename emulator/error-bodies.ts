import { json, text, type Answer } from './exchange.ts'
import type { ProviderName } from './provider-names.ts'

type LimitWindow = 'minute' | 'hour' | 'day' | 'month'

const OPEN_METEO_LIMITS: Record<LimitWindow, string> = {
  minute: 'Minutely API request limit exceeded. Please try again in one minute.',
  hour: 'Hourly API request limit exceeded. Please try again in the next hour.',
  day: 'Daily API request limit exceeded. Please try again tomorrow.',
  month: 'Monthly API request limit exceeded. Please try again in the next month.',
}

export const openMeteoError = (reason: string, status = 400): Answer =>
  json({ error: true, reason }, status)

/** Most of its errors carry the code as text, the 401 and 429 as a number. */
export const openWeatherError = (status: number, message: string): Answer =>
  json({ cod: status === 401 || status === 429 ? status : String(status), message }, status)

export const weatherApiError = (status: number, code: number, message: string): Answer =>
  json({ error: { code, message } }, status)

export function nwsProblem(status: number, type: string, title: string, detail: string): Answer {
  const correlationId = '3b59d1fd-7a9f-4605-88ab-5a075da5ce44'
  const body = {
    correlationId,
    title,
    type: `https://api.weather.gov/problems/${type}`,
    status,
    detail,
    instance: `https://api.weather.gov/requests/${correlationId}`,
  }
  return json(body, status, 'application/problem+json')
}

const page = (status: number, title: string): Answer =>
  text(`<html><head><title>${String(status)} ${title}</title></head><body></body></html>`, status)

function openMeteo(status: number): Answer {
  if (status === 429) return openMeteoError(OPEN_METEO_LIMITS.minute, 429)
  if (status === 503) return openMeteoError('The service is overloaded', 503)
  if (status === 400) return openMeteoError('No data is available for this location')
  return status >= 500 ? page(status, 'Bad Gateway') : openMeteoError('Not Found', status)
}

function openWeather(status: number): Answer {
  if (status === 401) {
    return openWeatherError(
      401,
      'Invalid API key. Please see http://openweathermap.org/faq#error401 for more info.',
    )
  }
  if (status === 404) return openWeatherError(404, 'city not found')
  if (status === 429) {
    return openWeatherError(
      429,
      'Your account is temporary blocked due to exceeding of requests limitation of your subscription type. Please choose the proper subscription https://openweathermap.org/price',
    )
  }
  return openWeatherError(status, status === 400 ? 'Nothing to geocode' : 'Internal error')
}

function weatherApi(status: number): Answer {
  if (status === 401) return weatherApiError(401, 2006, 'API key is invalid.')
  if (status === 403) {
    return weatherApiError(403, 2007, 'API key has exceeded calls per month quota.')
  }
  if (status === 400) return weatherApiError(400, 1006, 'No matching location found.')
  if (status === 429) return page(429, 'Too Many Requests')
  return weatherApiError(status, 9999, 'Internal application error.')
}

function metNorway(status: number): Answer {
  if (status === 403) return page(403, 'Forbidden')
  if (status === 422) return text('{"error":"Unprocessable Entity"}', 422, 'application/json')
  return page(status, status === 429 ? 'Too Many Requests' : 'Error')
}

function nws(status: number): Answer {
  if (status === 403) return page(403, 'Forbidden')
  if (status === 404) return nwsProblem(404, 'NotFound', 'Not Found', 'Not Found')
  if (status === 429) {
    return nwsProblem(429, 'RateLimitExceeded', 'Rate Limit Exceeded', 'Rate limit exceeded')
  }
  return nwsProblem(
    status,
    'UnavailableWebService',
    'Unavailable Resource',
    'The resource you requested is currently unavailable. Please try again later.',
  )
}

function aviationWeather(status: number): Answer {
  if (status === 400) return json({ status: 'error', error: 'Invalid parameters' }, 400)
  return page(status, status === 429 ? 'Too Many Requests' : 'Error')
}

const BY_PROVIDER: Record<ProviderName, (status: number) => Answer> = {
  'open-meteo': openMeteo,
  'met-norway': metNorway,
  openweathermap: openWeather,
  weatherapi: weatherApi,
  nws,
  'aviation-weather': aviationWeather,
}

/** What the provider says with this status. */
export const errorAnswer = (provider: ProviderName, status: number): Answer =>
  BY_PROVIDER[provider](status)

/** An error in the provider's own form that says what it is given. */
export function errorMessageAnswer(
  provider: ProviderName,
  status: number,
  message: string,
): Answer {
  switch (provider) {
    case 'open-meteo':
      return openMeteoError(message, status)
    case 'openweathermap':
      return openWeatherError(status, message)
    case 'weatherapi':
      return weatherApiError(status, 9999, message)
    case 'nws':
      return nwsProblem(status, 'UnexpectedProblem', 'Unexpected Problem', message)
    case 'met-norway':
    case 'aviation-weather':
      return page(status, message)
  }
}

/** What the provider says when more arrived in a window than it allows. */
export function overLimitAnswer(provider: ProviderName, window: LimitWindow): Answer {
  if (provider === 'open-meteo') return openMeteoError(OPEN_METEO_LIMITS[window], 429)
  return errorAnswer(provider, provider === 'weatherapi' ? 403 : 429)
}

export const tooManyAtOnceAnswer = (provider: ProviderName): Answer =>
  provider === 'open-meteo'
    ? openMeteoError('Too many concurrent requests', 429)
    : errorAnswer(provider, 429)
