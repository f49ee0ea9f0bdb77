import { parseArgs } from 'node:util'
import { join } from 'node:path'
import { openDatabase } from '../../db/client.ts'
import { createClosers } from '../../platform/shutdown/closers.ts'
import { bearer, createToken } from '../../test/support/data/api-tokens.ts'
import { storeConditions } from '../../test/support/data/stored-conditions.ts'
import { until } from '../../test/support/until.ts'
import { build } from '../build.ts'
import { startPrinting } from '../parts/child.ts'
import { openBenchDatabase } from '../parts/database.ts'
import { ratiosTable } from '../tables.ts'
import { atLeast, atMost, unpromised, type Ratio } from '../verdicts.ts'
import type { Load } from './load.ts'
import { CITIES, measureRead, READS, type ReadCost } from './reads.ts'

const HELP = `npm run bench:api -- [options]

Reads of the API beside a bare Fastify route that answers with as many bytes, in turns.

  --seconds 5       of each measurement
  --rounds 3        how often API and bare route alternate
  --connections 20  at once
  --only NAME       of the reads, such as 'current by id'
  --profile         a CPU profile of the API into bench/results/`

const { values: flags } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '20' },
    only: { type: 'string' },
    profile: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

const say = (text: string): void => void process.stderr.write(`${text}\n`)

const chosen = READS.filter(({ name }) => (flags.only ?? name) === name)

if (flags.help) console.log(HELP)
else if (chosen.length > 0) await run()
else {
  say(`--only is one of: ${READS.map(({ name }) => name).join('; ')}`)
  process.exitCode = 2
}

async function run(): Promise<void> {
  const closers = createClosers({
    error({ err, step }, message) {
      say(`${message}: ${step}: ${String(err)}`)
    },
  })
  try {
    say('building')
    await build()
    const servers = await start(closers)
    const costs: ReadCost[] = []
    const numbers = {
      rounds: Number(flags.rounds),
      seconds: Number(flags.seconds),
      connections: Number(flags.connections),
    }
    for (const read of chosen) {
      const cost = await measureRead(read, { ...servers, ...numbers })
      costs.push(cost)
      say(textOf(cost))
    }
    const ratios = costs.flatMap(ratiosOf)
    console.log(ratiosTable(ratios))
    if (ratios.some(({ holds }) => holds === false)) process.exitCode = 1
  } finally {
    await closers.close()
  }
}

async function start(closers: ReturnType<typeof createClosers>) {
  const database = await openBenchDatabase({ embedded: false, maxCities: CITIES })
  closers.add('database', () => database.close())
  await database.prepare(CITIES)
  const { db, close } = openDatabase({ url: database.url, poolSize: 1 })
  closers.add('database of the measurement', close)
  const at = new Date()
  for (let cityId = 1; cityId <= CITIES; cityId += 1) await storeConditions(db, cityId, at)
  const signIn = async () => {
    const headers = bearer(await createToken(db, 'read'))
    await until(async () => (await fetch(`${api.url}/api/weather/current/1`)).status === 401, {
      what: 'the API asks for the token',
    })
    return headers
  }
  const api = await startPrinting({
    name: 'API',
    script: 'bench/processes/api.js',
    args: [],
    nodeArgs: flags.profile
      ? ['--cpu-prof', '--cpu-prof-dir', join(import.meta.dirname, '..', 'results')]
      : [],
    // Nothing that is measured asks Temporal.
    env: {
      DATABASE_URL: database.url,
      TEMPORAL_ADDRESS: '127.0.0.1:1',
      PORT: '0',
      WEATHER247_RATE_LIMIT_PER_TOKEN: '1000000',
      WEATHER247_RATE_LIMIT_PER_ADDRESS: '1000000',
    },
  })
  closers.add('API', () => api.close())
  const bare = await startPrinting({
    name: 'bare route',
    script: 'bench/processes/bare-route.js',
    args: [],
  })
  closers.add('bare route', () => bare.close())
  return { api, bare, signIn }
}

function textOf({ read, bodyBytes, api, bare }: ReadCost): string {
  const speed = ({ requestsPerSecond, p99Ms, cpuMicroseconds }: Load): string =>
    `${requestsPerSecond.toFixed(0)} requests/s, p99 ${p99Ms} ms, ${cpuMicroseconds.toFixed(0)} µs CPU each`
  return `${read.name}, ${bodyBytes} bytes: ${speed(api)}; bare route: ${speed(bare)}`
}

function ratiosOf({ read, api, bare }: ReadCost): Ratio[] {
  const share = api.requestsPerSecond / bare.requestsPerSecond
  // autocannon counts whole milliseconds.
  const p99 = api.p99Ms / Math.max(1, bare.p99Ms)
  return [
    read.minShare === null
      ? unpromised(`${read.name}: requests a second / bare route`, share)
      : atLeast(`${read.name}: requests a second / bare route`, share, read.minShare),
    ...(read.maxP99Ratio === null
      ? []
      : [atMost(`${read.name}: p99 / bare route`, p99, read.maxP99Ratio)]),
  ]
}
