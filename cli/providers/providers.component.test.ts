import { expect, it } from 'vitest'
import { providerChanges } from '../../db/schema/index.ts'
import { withPrintedOutput } from '../../test/support/fixtures/with-printed-output.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { createProgram } from '../program.ts'
import { nothingRan } from '../command-runner.ts'

const SECRET = 'k3y-that-must-not-be-seen'

const database = withTestDatabase()
const printed = withPrintedOutput(database, {
  WEATHER_PROVIDERS: 'open-meteo,met-norway,weatherapi',
  WEATHERAPI_API_KEY: SECRET,
})

const run = (...args: string[]) =>
  printed(async () => {
    const exit = nothingRan()
    await createProgram(exit).parseAsync(['providers', ...args], { from: 'user' })
    return exit.code
  })

interface Listed {
  readonly id: string
  readonly order: number | null
  readonly limits_text: string
}

const list = async () => JSON.parse((await run('list', '--json')).out) as Listed[]
const order = async () =>
  (await list()).flatMap(({ id, order: place }) => (place === null ? [] : [id]))

it('E45: providers are listed, shown and changed, each change written down, and no key shown', async () => {
  expect(await order()).toEqual(['open-meteo', 'met-norway', 'weatherapi'])
  const texts = [
    await run('list'),
    await run('show', 'weatherapi'),
    await run('priority', 'weatherapi', '5'),
    await run('disable', 'open-meteo'),
    await run(
      'limits',
      'weatherapi',
      '25/hour:sliding,1000/day@America/New_York',
      '--in-flight',
      '2',
    ),
    await run('limits', 'weatherapi', '--spacing-ms', '10', '--cost', '0.01', '--budget', '20'),
  ]
  expect(await order()).toEqual(['weatherapi', 'met-norway'])
  const shown = await run('show', 'weatherapi')
  expect(shown.out).toContain('25/hour:sliding,1000/day@America/New_York')
  expect(shown.out).toContain('2 in flight, 10 ms apart')
  expect(shown.out).toContain('changed by command line')
  await run('limits', 'weatherapi', '--reset')
  await run('priority', 'weatherapi', 'reset')
  await run('enable', 'open-meteo')
  expect(await order()).toEqual(['open-meteo', 'met-norway', 'weatherapi'])
  const changes = await database.db.select().from(providerChanges).orderBy(providerChanges.id)
  expect(changes).toHaveLength(7)
  expect(changes[0]).toMatchObject({
    provider: 'weatherapi',
    changedBy: 'command line',
    change: { priority: 5 },
    before: { priority: null },
  })
  for (const text of [...texts, shown]) expect(text.out + text.err).not.toContain(SECRET)
  expect(JSON.stringify(changes)).not.toContain(SECRET)
})

it('the last provider in use cannot be disabled, and one without its key not enabled', async () => {
  await run('disable', 'open-meteo')
  await run('disable', 'weatherapi')
  await expect(run('disable', 'met-norway')).rejects.toMatchObject({
    exitCode: 2,
    next: expect.stringContaining('Enable another provider'),
  })
  await expect(run('enable', 'openweathermap')).rejects.toMatchObject({
    exitCode: 2,
    next: expect.stringContaining('OPENWEATHERMAP_API_KEY'),
  })
  await run('enable', 'open-meteo')
})

it.each([
  ['limits', 'nws', '5/week'],
  ['limits', 'nws', '1/day,2/day'],
  ['limits', 'nws', '--places', '2'],
  ['limits', 'nws'],
  ['limits', 'nws', '--cost', 'much'],
  ['priority', 'nws', '0'],
  ['enable', 'accuweather'],
])('what makes no sense is refused: %j', async (...args) => {
  await expect(run(...args)).rejects.toThrow()
})
