import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SCHEDULE_IDS } from '../../contracts/schedule-definition.ts'
import { openDatabase } from '../../db/client.ts'
import { pausedSchedules } from '../../db/queries/schedule-pauses.ts'
import { readInstanceFile } from '../../platform/files/instance-file.ts'
import type { ScheduleState } from '../../temporal/schedules.ts'
import { openProductShell, type ProductShell } from '../support/processes/product-shell.ts'
import { startProduct, type Product } from '../support/processes/product.ts'
import { callOf, documentedLines } from '../support/readme.ts'

const lines = documentedLines('docs/schedules.md')
/** And nothing else: what a command works on. */
const SAYS_DEMO = /^(Simulated data of the demo in .*; its instance runs\.\n)?$/
const ID = 'warm-cache-for-popular-cities'

/** How Temporal prints what it keeps. */
interface ListedSchedule {
  readonly scheduleId: string
  readonly info: {
    readonly spec: {
      readonly interval?: readonly { readonly interval: string }[]
      readonly structuredCalendar?: readonly object[]
      readonly timezoneName?: string
    }
  }
}

const everyOf = ({ info: { spec } }: ListedSchedule): unknown =>
  spec.interval?.map(({ interval }) => interval) ?? [spec.structuredCalendar, spec.timezoneName]

const at = (start: number, end = start) => [
  { ...(start > 0 && { start }), ...(end > 0 && { end }), step: 1 },
]

const DAILY_AT_2 = {
  second: at(0),
  minute: at(0),
  hour: at(2),
  dayOfMonth: at(1, 31),
  month: at(1, 12),
  dayOfWeek: at(0, 6),
}

describe('the schedules of a running product', () => {
  let product: Product
  let shell: ProductShell

  beforeAll(async () => {
    product = await startProduct('demo')
    shell = await openProductShell(product)
  })
  afterAll(async () => {
    await shell.close()
    await product.close()
  })

  const json = async <T>(line: string): Promise<T> => {
    const { code, stdout, stderr } = await shell.run(line)
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringMatching(SAYS_DEMO) })
    return JSON.parse(stdout) as T
  }

  const stateOf = () => json<ScheduleState>(`npx weather247 schedules describe ${ID} --json`)

  it('are exactly five, with the periods that are documented', async () => {
    const listed = await json<ListedSchedule[]>('temporal schedule list -o json')
    expect(Object.fromEntries(listed.map((one) => [one.scheduleId, everyOf(one)]))).toEqual({
      'refresh-all-cities': ['900s'],
      'warm-cache-for-popular-cities': ['1800s'],
      'monitor-api-quota': ['3600s'],
      'generate-weather-analytics': ['7200s'],
      'cleanup-old-weather-data': [[DAILY_AT_2], 'UTC'],
    })
  })

  it.each(lines)('%s', async (line) => {
    if (line.startsWith('curl ')) {
      const { url, method, headers, body } = callOf(line)
      const here = url.replace('http://127.0.0.1:8247', product.url)
      const response = await fetch(here, { method, headers, ...(body !== undefined && { body }) })
      expect({ ok: response.ok, line }).toEqual({ ok: true, line })
      return
    }
    const { code, stderr } = await shell.run(line)
    const said = line.includes('weather247') ? SAYS_DEMO : /^$/
    expect({ code, stderr, line }).toEqual({ code: 0, stderr: expect.stringMatching(said), line })
  })

  it('are as they are defined after all of that', async () => {
    const { stdout } = await shell.run('npx weather247 schedules apply')
    expect(stdout).toMatch(/^0 changes: 5 unchanged$/m)
    const states = await json<ScheduleState[]>('npx weather247 schedules list --json')
    expect(states.map(({ id, paused }) => [id, paused])).toEqual(
      SCHEDULE_IDS.map((id) => [id, false]),
    )
  })

  it("stay paused when they were paused by Temporal's own command and its file is lost", async () => {
    const toggle = `temporal schedule toggle --schedule-id ${ID} --pause --reason "by hand"`
    expect((await shell.run(toggle)).code).toBe(0)
    const url = (await readInstanceFile(product.dataDir))?.databaseUrl ?? ''
    const database = openDatabase({ url, poolSize: 1 })
    await expect
      .poll(async () => [...(await pausedSchedules(database.db))], {
        timeout: 60_000,
        interval: 1_000,
      })
      .toEqual([[ID, 'by hand']])
    await database.close()

    expect(await product.end()).toBe(0)
    for (const rest of ['', '-wal', '-shm']) {
      await rm(join(product.dataDir, `temporal.db${rest}`), { force: true })
    }
    await product.start()
    await expect
      .poll(() => stateOf(), { timeout: 60_000, interval: 1_000 })
      .toMatchObject({ paused: true, note: 'by hand', started: 0 })
  })
})
