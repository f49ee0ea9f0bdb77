import { gunzipSync, gzipSync } from 'node:zlib'
import { readFile } from 'node:fs/promises'
import { request } from 'undici'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { FAULT_KINDS } from '../control/schemas.ts'
import { startEmulator, type Emulator, type Fault, type ProviderName } from '../index.ts'
import { EMULATIONS } from '../emulations.ts'
import { PROVIDER_NAMES } from '../provider-names.ts'
import { valueAt } from './json-paths.ts'
import { REPLACEMENTS } from './replacements.ts'

const NOW = new Date('2026-11-22T18:07:31Z')
const DAILY =
  'timeformat=unixtime&daily=temperature_2m_max,temperature_2m_min&current=temperature_2m'
const PATHS: Record<ProviderName, string> = {
  'open-meteo': `/v1/forecast?latitude=40&longitude=-100&${DAILY}`,
  'met-norway': '/weatherapi/locationforecast/2.0/complete?lat=40&lon=-100',
  openweathermap: '/data/2.5/forecast?lat=40&lon=-100&appid=key-of-ours&units=metric',
  weatherapi: '/v1/forecast.json?q=40,-100&days=3&aqi=yes&key=key-of-ours',
  nws: '/gridpoints/AAA/1,2/forecast?units=si',
  'aviation-weather': '/api/data/metar?ids=KJFK,EGLL,RJTT&format=json',
}
const THREE = `/v1/forecast?latitude=52,48,10&longitude=13,2,20&${DAILY}`

const FORECASTERS = PROVIDER_NAMES.filter((name) => EMULATIONS[name].forecastEntry)

let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator({ now: () => NOW, seed: 1 })
})
afterAll(() => emulator.close())
beforeEach(() => {
  emulator.control.clearFaults()
})

const setFault = (provider: ProviderName, fault: Omit<Fault, 'provider'>): void =>
  emulator.control.setFaults([{ provider, ...fault }])

/** As it is sent: nothing unpacks it. */
async function ask(provider: ProviderName, path = PATHS[provider]) {
  const { statusCode, headers, body } = await request(emulator.baseUrls[provider] + path, {
    headers: { 'user-agent': 'test ops@example.org' },
  })
  const bytes = Buffer.from(await body.arrayBuffer())
  return { status: statusCode, headers, bytes, text: bytes.toString('utf8') }
}
const read = async (provider: ProviderName, path?: string): Promise<unknown> =>
  JSON.parse((await ask(provider, path)).text)

describe('a mutated answer', () => {
  it('has the named field replaced, by a value or by a kind of value', async () => {
    setFault('open-meteo', { kind: 'mutate', field: 'current.temperature_2m', value: -999 })
    expect(await read('open-meteo')).toMatchObject({ current: { temperature_2m: -999 } })
    setFault('weatherapi', {
      kind: 'mutate',
      field: 'current.air_quality',
      replacement: 'empty-list',
    })
    expect(await read('weatherapi')).toMatchObject({ current: { air_quality: [] } })
  })

  it('can hold what JSON.stringify cannot say', async () => {
    setFault('open-meteo', { kind: 'mutate', field: 'current.time', replacement: 'overflow' })
    expect(valueAt(await read('open-meteo'), ['current', 'time'])).toBe(Infinity)
    setFault('open-meteo', { kind: 'mutate', field: 'timezone', replacement: 'lone-surrogate' })
    expect(await read('open-meteo')).toMatchObject({ timezone: 'a\ud800b' })
  })

  it('is that of the named places only', async () => {
    const fault = { kind: 'mutate', field: 'latitude', replacement: 'null' } as const
    setFault('open-meteo', { ...fault, placeLatitude: 48 })
    expect(await read('open-meteo', THREE)).toMatchObject([
      { latitude: 52 },
      { latitude: null },
      { latitude: 10 },
    ])
    setFault('open-meteo', { ...fault, placeLatitudes: [52, 10] })
    expect(await read('open-meteo', THREE)).toMatchObject([
      { latitude: null },
      { latitude: 48 },
      { latitude: null },
    ])
  })

  it.each(PROVIDER_NAMES)(
    'of %s differs in one place for every seed and turn',
    async (provider) => {
      const sound = (await ask(provider)).text
      for (let seed = 1; seed <= 8; seed += 1) {
        setFault(provider, { kind: 'mutate', seed })
        const first = (await ask(provider)).text
        const second = (await ask(provider)).text
        expect(first).not.toBe(sound)
        expect(second).not.toBe(sound)
        setFault(provider, { kind: 'mutate', seed })
        expect((await ask(provider)).text).toBe(first)
      }
    },
  )

  it.each(REPLACEMENTS)('takes the replacement %s', async (replacement) => {
    const sound = (await ask('weatherapi')).text
    setFault('weatherapi', { kind: 'mutate', field: 'forecast.forecastday.1', replacement })
    expect((await ask('weatherapi')).text).not.toBe(sound)
  })
})

describe('a forecast', () => {
  const dates = (body: unknown): unknown[] =>
    [0, 1].map((index) => valueAt(body, ['forecast', 'forecastday', index, 'date']))

  it('says the same date twice, an impossible one, or those of days ago', async () => {
    setFault('weatherapi', { kind: 'duplicate-date' })
    expect(dates(await read('weatherapi'))).toEqual(['2026-11-22', '2026-11-22'])
    setFault('weatherapi', { kind: 'impossible-date' })
    expect(dates(await read('weatherapi'))).toEqual(['2026-11-22', '2027-02-29'])
    setFault('weatherapi', { kind: 'old-forecast', ageSeconds: 2 * 86_400 })
    expect(dates(await read('weatherapi'))).toEqual(['2026-11-20', '2026-11-21'])
    setFault('nws', { kind: 'old-forecast' })
    expect(valueAt(await read('nws'), ['properties', 'generatedAt'])).toMatch(/^2026-11-19T/)
  })

  const BAD_DAYS = ['duplicate-date', 'impossible-date', 'day-of-nulls', 'old-forecast'] as const
  it.each(FORECASTERS.flatMap((provider) => BAD_DAYS.map((kind) => [kind, provider] as const)))(
    'has a %s at %s',
    async (kind, provider) => {
      const sound = await read(provider)
      setFault(provider, { kind })
      const spoiled = await read(provider)
      expect(Object.keys(spoiled as object)).toEqual(Object.keys(sound as object))
      expect(JSON.stringify(spoiled)).not.toBe(JSON.stringify(sound))
    },
  )

  it.each(FORECASTERS)('has its maxima below its minima at %s', async (provider) => {
    const sound = (await ask(provider)).text
    setFault(provider, { kind: 'max-below-min' })
    expect((await ask(provider)).text).not.toBe(sound)
  })

  it('is expired at an office of NWS', async () => {
    setFault('nws', { kind: 'grid-expired', path: '/gridpoints/AAA/' })
    const { status, text } = await ask('nws')
    expect([status, JSON.parse(text)]).toMatchObject([
      503,
      { type: 'https://api.weather.gov/problems/ForecastGridExpired' },
    ])
    expect((await ask('nws', '/gridpoints/AAB/1,2/forecast')).status).toBe(200)
  })
})

describe('the headers of an answer', () => {
  it('are what the fault says', async () => {
    setFault('met-norway', {
      kind: 'header',
      headers: { expires: 'Fri, 01 Jan 2126 00:00:00 GMT' },
    })
    expect((await ask('met-norway')).headers['expires']).toBe('Fri, 01 Jan 2126 00:00:00 GMT')
    setFault('nws', { kind: 'status', status: 429, headers: { 'retry-after': '-1' } })
    expect((await ask('nws')).headers['retry-after']).toBe('-1')
    setFault('met-norway', { kind: 'status', status: 304 })
    expect(await ask('met-norway')).toMatchObject({ status: 304, text: '' })
  })

  it('keep silent about packing, or lie about it', async () => {
    setFault('weatherapi', { kind: 'header', pack: 'gzip' })
    const packed = await ask('weatherapi')
    expect(packed.headers['content-encoding']).toBeUndefined()
    expect(JSON.parse(gunzipSync(packed.bytes).toString('utf8'))).toHaveProperty('current')
    setFault('weatherapi', { kind: 'header', headers: { 'content-encoding': 'GZIP' } })
    const plain = await ask('weatherapi')
    expect(plain.headers['content-encoding']).toBe('GZIP')
    expect(JSON.parse(plain.text)).toHaveProperty('current')
  })

  it('come with any bytes', async () => {
    const bytes = gzipSync('<html>')
    setFault('weatherapi', { kind: 'garbage', bodyBase64: bytes.toString('base64') })
    expect((await ask('weatherapi')).bytes).toEqual(bytes)
  })
})

describe('a page that echoes the request', () => {
  it.each(['html', 'json', 'error'] as const)('as %s shows the key', async (form) => {
    for (const provider of ['openweathermap', 'weatherapi'] as const) {
      setFault(provider, { kind: 'echo-url', form, status: 500 })
      const { status, text } = await ask(provider)
      expect(status).toBe(500)
      expect(text).toContain('key-of-ours')
    }
  })
})

describe('a random fault', () => {
  /** What a client makes of it, whether it arrives whole or not. */
  const seen = async (provider: ProviderName): Promise<string> => {
    const { status, headers, text } = await ask(provider)
    return JSON.stringify([status, { ...headers, date: '' }, text])
  }
  const seenOrCut = (provider: ProviderName): Promise<string> =>
    seen(provider).catch((error: unknown) => String(error))

  it.each(PROVIDER_NAMES)(
    'changes every answer of %s, the same way for a seed',
    async (provider) => {
      const sound = await seen(provider)
      const faulty = async (): Promise<string[]> => {
        setFault(provider, { kind: 'random', seed: 7 })
        const all: string[] = []
        for (let turn = 0; turn < 25; turn += 1) all.push(await seenOrCut(provider))
        return all
      }
      const first = await faulty()
      expect(first).not.toContain(sound)
      expect(new Set(first).size).toBeGreaterThan(15)
      expect(await faulty()).toEqual(first)
    },
  )

  it('strikes a share of the places of an answer for many', async () => {
    const latitudes = Array.from({ length: 50 }, (_, index) => index)
    const many = `/v1/forecast?latitude=${latitudes.join()}&longitude=${latitudes.join()}&${DAILY}`
    const parts = async (): Promise<string[]> =>
      ((await read('open-meteo', many)) as unknown[]).map((part) => JSON.stringify(part))
    const sound = await parts()
    setFault('open-meteo', { kind: 'random', placeShare: 0.2, seed: 3 })
    const struck = (await parts()).filter((part) => !sound.includes(part))
    expect(struck.length).toBeGreaterThan(4)
    expect(struck.length).toBeLessThan(20)
  })
})

describe('the README', () => {
  it('names every fault and every replacement', async () => {
    const text = await readFile(new URL('../README.md', import.meta.url), 'utf8')
    for (const name of [...FAULT_KINDS, ...REPLACEMENTS]) expect(text).toContain(`\`${name}\``)
  })
})
