// Records the histories that test/replay replays, from real runs against the emulator:
//   npx tsx scripts/record-histories.ts
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { historyToJSON, type History } from '@temporalio/common/lib/proto-utils.js'
import { refreshScenes, type Scene } from '../test/support/refresh-scenes.ts'
import { startRefreshStack } from '../test/support/refresh-stack.ts'
import { someCities } from '../test/support/some-cities.ts'
import { startTemporalServer } from '../test/support/temporal-server.ts'

const FOLDER = fileURLToPath(new URL('../test/replay/histories', import.meta.url))
const MOST_BYTES = 150_000

/** Where a history was recorded says nothing about the workflow. */
const WITHOUT_A_PLACE: Readonly<Record<string, string>> = { identity: 'recorder', stackTrace: '' }

const withoutPlaces = (history: string): unknown =>
  JSON.parse(
    history.replaceAll(`${hostname()}:${process.pid}:`, 'recorder:'),
    (key, value: unknown) => (typeof value === 'string' ? (WITHOUT_A_PLACE[key] ?? value) : value),
  )

function write({ workflow, name, history }: Scene & { history: History }): void {
  const json = withoutPlaces(historyToJSON(history))
  const text = `${JSON.stringify(json, undefined, 1)}\n`
  if (text.length > MOST_BYTES) throw new Error(`${workflow}/${name} has ${text.length} bytes`)
  mkdirSync(join(FOLDER, workflow), { recursive: true })
  writeFileSync(join(FOLDER, workflow, `${name}.json`), text)
  console.log(`${workflow}/${name}.json ${history.events?.length ?? 0} events`)
}

const server = await startTemporalServer()
const stack = await startRefreshStack({
  temporalAddress: server.address,
  cities: someCities(6),
  providers: ['open-meteo'],
  database: 'embedded',
})
try {
  const scenes: (Scene & { history: History })[] = []
  for await (const scene of refreshScenes(stack)) {
    const history = await stack.client.workflow
      .getHandle(scene.workflowId, scene.runId)
      .fetchHistory()
    scenes.push({ ...scene, history })
  }
  // Not before all went well: half a set would pass for a whole one.
  rmSync(FOLDER, { recursive: true, force: true })
  for (const scene of scenes) write(scene)
} finally {
  await stack.close()
  await server.close()
}
process.exit(0)
