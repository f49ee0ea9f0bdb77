// Records the histories that test/replay replays, from real runs against the emulator:
//   npx tsx scripts/record-histories.ts          all of them
//   npx tsx scripts/record-histories.ts NAME …   only the scenes of these names; the others stay
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { historyToJSON, type History } from '@temporalio/common/lib/proto-utils.js'
import { TASK_QUEUE_NAMES } from '../contracts/task-queues.ts'
import { startRefreshStack } from '../test/support/refresh/refresh-stack.ts'
import { SCENES } from '../test/support/scenes/scenes.ts'
import type { Scene } from '../test/support/scenes/scene.ts'
import { someCities } from '../test/support/data/some-cities.ts'
import { startTemporalServer } from '../test/support/temporal/temporal-server.ts'

const FOLDER = fileURLToPath(new URL('../test/replay/histories', import.meta.url))
const MAX_BYTES = 150_000

/** Where a history was recorded says nothing about the workflow. */
const WITHOUT_A_PLACE: Readonly<Record<string, string>> = { identity: 'recorder', stackTrace: '' }

const withoutPlaces = (history: string): unknown =>
  JSON.parse(
    history.replaceAll(`${hostname()}:${process.pid}:`, 'recorder:'),
    (key, value: unknown) => (typeof value === 'string' ? (WITHOUT_A_PLACE[key] ?? value) : value),
  )

function write({ workflow, name, history }: Recorded): void {
  const json = withoutPlaces(historyToJSON(history))
  const text = `${JSON.stringify(json, undefined, 1)}\n`
  if (text.length > MAX_BYTES) throw new Error(`${workflow}/${name} has ${text.length} bytes`)
  mkdirSync(join(FOLDER, workflow), { recursive: true })
  writeFileSync(join(FOLDER, workflow, `${name}.json`), text)
  console.log(`${workflow}/${name}.json ${history.events?.length ?? 0} events`)
}

type Recorded = Scene & { readonly history: History }

async function recorded(play: (typeof SCENES)[number], temporalAddress: string) {
  const stack = await startRefreshStack({
    moreQueues: TASK_QUEUE_NAMES,
    temporalAddress,
    cities: someCities(6),
    providers: ['open-meteo'],
    database: 'embedded',
    variables: { WEATHER247_PRIVATE_WEBHOOKS: 'true' },
  })
  const scenes: Recorded[] = []
  try {
    for await (const scene of play(stack)) {
      const handle = stack.client.workflow.getHandle(scene.workflowId, scene.runId)
      scenes.push({ ...scene, history: await handle.fetchHistory() })
    }
  } finally {
    await stack.close()
  }
  return scenes
}

const server = await startTemporalServer()
try {
  const scenes: Recorded[] = []
  for (const play of SCENES) scenes.push(...(await recorded(play, server.address)))
  const names = process.argv.slice(2)
  const isWanted = ({ name }: Scene): boolean => names.length === 0 || names.includes(name)
  // Not before all went well: half a set would pass for a whole one.
  if (names.length === 0) rmSync(FOLDER, { recursive: true, force: true })
  for (const scene of scenes.filter(isWanted)) write(scene)
} finally {
  await server.close()
}
process.exit(0)
