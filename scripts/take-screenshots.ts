// Takes the pictures of docs/web-ui/ from real runs of every job against the emulator; needs Chromium:
//   npx tsx scripts/take-screenshots.ts
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import { bundledCities } from '../cli/cities/starter-cities.ts'
import { scheduleDefinitions } from '../contracts/schedules.ts'
import type { ScheduleDefinition } from '../contracts/schedule-definition.ts'
import { listCities } from '../db/queries/cities.ts'
import { saveReads } from '../db/queries/city-reads.ts'
import { applySchedules } from '../temporal/schedules.ts'
import { TASK_QUEUE_NAMES } from '../contracts/task-queues.ts'
import { startRefreshStack, type RefreshStack } from '../test/support/refresh/refresh-stack.ts'
import { SCHEDULE_SETTINGS } from '../test/support/data/schedule-settings.ts'
import { startTemporalServer } from '../test/support/temporal/temporal-server.ts'
import { redisUrl } from '../test/support/services/test-database.ts'
import { until } from '../test/support/until.ts'

const FOLDER = fileURLToPath(new URL('../docs/web-ui', import.meta.url))
const CHROMIUM = '/usr/bin/chromium'
/** The Web UI asks for a workflow by long polls, so that it is never idle. */
const SETTLED_MS = 4_000
const SIZE = { width: 1300, height: 820 }

const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync']

const server = await startTemporalServer()
const stack = await startRefreshStack({
  moreQueues: TASK_QUEUE_NAMES,
  temporalAddress: server.address,
  cities: (await bundledCities()).slice(0, 40),
  ...(redisUrl !== undefined && { variables: { REDIS_URL: redisUrl } }),
})
const browser = await chromium.launch({
  executablePath: CHROMIUM,
  args: ['--no-sandbox', '--no-first-run', ...QUIET],
})
try {
  const page = await browser.newPage({ viewport: SIZE })
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  await letOneCityFail(stack)
  await readSomeCities(stack)
  const definitions = scheduleDefinitions(SCHEDULE_SETTINGS)
  await applySchedules(stack.client, definitions)
  for (const definition of definitions) {
    const path = await runOf(stack, definition)
    await take(page, path, definition.id)
  }
  await take(page, '/namespaces/default/schedules', 'schedules')
  await take(page, filtered("WeatherRunKind='refresh' AND WeatherOutcome='failed'"), 'failed-city')
  const [failed] = await idsOf(stack, "WorkflowType='refreshCity' AND ExecutionStatus='Failed'")
  if (failed === undefined) throw new Error('no city failed')
  await take(page, await userMetadataPath(stack, failed), 'failed-city-why')
} finally {
  await browser.close()
  await stack.close()
  await server.close()
}
process.exit(0)

/** One place out of forty is refused by every provider. */
async function letOneCityFail({ emulator, database }: RefreshStack): Promise<void> {
  const [city] = await listCities(database.db, { limit: 1 })
  if (!city) throw new Error('there are no cities')
  const { latitude: placeLatitude } = city
  const fault = { kind: 'status', status: 400, placeLatitude } as const
  emulator.control.setFaults([
    { ...fault, provider: 'open-meteo' },
    { ...fault, provider: 'met-norway' },
  ])
}

async function readSomeCities({ database: { db } }: RefreshStack): Promise<void> {
  const cities = await listCities(db, { limit: 25 })
  const reads = new Map(cities.map(({ id }, index) => [id, 100 - index]))
  await saveReads(db, reads, new Date(), 24)
}

async function runOf({ client }: RefreshStack, { id }: ScheduleDefinition): Promise<string> {
  const schedule = client.schedule.getHandle(id)
  await schedule.trigger('SKIP')
  const workflowId = await until(
    async () => {
      const { info } = await schedule.describe()
      return info.recentActions.at(-1)?.action.workflow.workflowId
    },
    { what: `a run of ${id}` },
  )
  await client.workflow.getHandle(workflowId).result()
  return workflowPath(workflowId)
}

async function idsOf({ client }: RefreshStack, query: string): Promise<string[]> {
  const ids: string[] = []
  for await (const { workflowId } of client.workflow.list({ query })) ids.push(workflowId)
  return ids
}

function workflowPath(workflowId: string): string {
  return `/namespaces/default/workflows/${encodeURIComponent(workflowId)}`
}

async function userMetadataPath({ client }: RefreshStack, workflowId: string): Promise<string> {
  const { runId } = await client.workflow.getHandle(workflowId).describe()
  return `${workflowPath(workflowId)}/${runId}/user-metadata`
}

function filtered(query: string): string {
  return `/namespaces/default/workflows?query=${encodeURIComponent(query)}`
}

async function take(page: Page, path: string, name: string): Promise<void> {
  await page.goto(`${server.webUiUrl}${path}`, { waitUntil: 'domcontentloaded' })
  await sleep(SETTLED_MS)
  await page.screenshot({ path: join(FOLDER, `${name}.png`) })
  console.log(`${name}.png`)
}
