import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { cityAges, cityLatest, cityPlaces, citySetVersion } from '../../db/queries/city-map.ts'
import { MINUTE_S, SECOND_MS } from '../../domain/time/durations.ts'
import { OLDEST_BUCKET_S } from '../../domain/weather/freshness.ts'
import { sharedAnswer } from '../background/shared-answer.ts'
import type { ApiDeps } from '../deps.ts'
import { sourceOf } from '../views/stored-reading.ts'

const compress = promisify(gzip)

const KEPT_MS = 10 * SECOND_MS

const LATEST_UNITS = { temperature: '°C' } as const

/** A body as it is sent, made once for all who ask. */
export interface ReadyBody {
  readonly version: string
  readonly json: Buffer
  readonly gzipped: Buffer
}

type Deps = Pick<ApiDeps, 'db' | 'now' | 'settings'>

/** With more cities these two grow, and they alone: so each is read and packed once in a while. */
export function createCityMap(deps: Deps) {
  const { db, now } = deps
  const { mode } = deps.settings
  const version = sharedAnswer(() => citySetVersion(db), { keepMs: KEPT_MS, now })
  let kept: ReadyBody | undefined

  const map = sharedAnswer(
    async () => {
      const current = await version()
      if (kept?.version !== current) kept = await readyBody(deps, current, await placesOf(deps))
      return kept
    },
    { keepMs: KEPT_MS, now },
  )
  const ages = sharedAnswer(
    async () => {
      const at = now()
      const minutes = await cityAges(db, at, Math.floor(OLDEST_BUCKET_S / MINUTE_S))
      return readyBody(deps, await version(), { as_of: at.toISOString(), minutes })
    },
    { keepMs: KEPT_MS, now },
  )
  const latest = sharedAnswer(
    async () => {
      const at = now()
      const { temperature, provider } = await cityLatest(db)
      const providers = [...new Set(provider)].filter((id) => id !== null).sort()
      const places = new Map<string | null, number>(providers.map((id, place) => [id, place]))
      const place = provider.map((id) => places.get(id) ?? null)
      const columns = { as_of: at.toISOString(), temperature, provider: place, providers }
      const credits = { units: LATEST_UNITS, sources: providers.map((id) => sourceOf(id, mode)) }
      return readyBody(deps, await version(), { ...columns, ...credits })
    },
    { keepMs: KEPT_MS, now },
  )
  return { map, ages, latest }
}

async function placesOf({ db }: Deps) {
  const places = await cityPlaces(db)
  return {
    id: places.map(({ id }, index) => id - (places[index - 1]?.id ?? 0)),
    lat: places.map(({ latitude }) => Math.round(latitude * 100)),
    lon: places.map(({ longitude }) => Math.round(longitude * 100)),
  }
}

async function readyBody(
  { settings: { mode } }: Deps,
  version: string,
  columns: object,
): Promise<ReadyBody> {
  const body = { version, ...columns, ...(mode === 'demo' && { simulated: true }) }
  const json = Buffer.from(JSON.stringify(body))
  return { version, json, gzipped: await compress(json) }
}
