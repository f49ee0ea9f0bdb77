import { medianOf, measureLoad, type Load } from './load.ts'

/** A read of the API, and what is promised of it beside a bare route with as many bytes. */
export interface Read {
  readonly name: string
  readonly path: string
  /** Share of the bare route's requests a second; the bodies are as long, the headers are not. */
  readonly minShare: number | null
  /** Multiple of the bare route's 99th percentile. */
  readonly maxP99Ratio: number | null
  /** With a token; without one where it is absent, as this machine may while there is none. */
  readonly withToken?: boolean
}

const MULTIPLE_CITIES = 100

export const READS: readonly Read[] = [
  { name: 'current by id', path: 'current/1', minShare: 0.6, maxP99Ratio: 5 },
  { name: 'current by name', path: 'current?city=City%201', minShare: 0.6, maxP99Ratio: 5 },
  {
    name: `multiple of ${MULTIPLE_CITIES}`,
    path: `multiple?cities=${Array.from({ length: MULTIPLE_CITIES }, (_, at) => at + 1).join(',')}`,
    minShare: 0.2,
    maxP99Ratio: null,
  },
  // Last: from the first token on, all need one.
  {
    name: 'current by id, with a token',
    path: 'current/1',
    minShare: null,
    maxP99Ratio: null,
    withToken: true,
  },
]

export const CITIES = MULTIPLE_CITIES

export interface ReadCost {
  readonly read: Read
  readonly bodyBytes: number
  readonly api: Load
  readonly bare: Load
}

interface Server {
  readonly url: string
  readonly pid: number
}

export interface ReadOptions {
  readonly api: Server
  readonly bare: Server
  readonly rounds: number
  readonly seconds: number
  readonly connections: number
  /** Makes a token, which the API asks for from then on, and answers the headers that show it. */
  readonly signIn: () => Promise<Record<string, string>>
}

/** API and bare route alternate; their medians count. */
export async function measureRead(read: Read, options: ReadOptions): Promise<ReadCost> {
  const { rounds, seconds, connections } = options
  const url = `${options.api.url}/api/weather/${read.path}`
  const headers = read.withToken ? await options.signIn() : {}
  const answer = await fetch(url, { headers })
  const bodyBytes = (await answer.arrayBuffer()).byteLength
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
  const shared = { seconds, connections }
  const bare = { ...options.bare, ...shared, url: `${options.bare.url}/constant/${bodyBytes}` }
  const ours = { ...options.api, ...shared, url, headers }
  await measureLoad({ ...ours, seconds: 1 })
  await measureLoad({ ...bare, seconds: 1 })
  const loads: { api: Load; bare: Load }[] = []
  for (let round = 0; round < rounds; round += 1) {
    loads.push({ bare: await measureLoad(bare), api: await measureLoad(ours) })
  }
  return {
    read,
    bodyBytes,
    api: medianOf(loads.map(({ api }) => api)),
    bare: medianOf(loads.map((load) => load.bare)),
  }
}
