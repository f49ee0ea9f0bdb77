import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { withTestDatabase } from '../support/fixtures/with-test-database.ts'
import { chromiumPath } from '../support/dashboard/chromium.ts'
import { NOW } from '../support/api/test-api.ts'
import { withBrowser, withScene } from '../support/dashboard/with-scene.ts'

const CITIES = 100_000

const database = withTestDatabase()
const scene = withScene({ db: () => database.db })
const browser = withBrowser()

/** Made by the database itself: a city in fifty is an hour old, the others a few minutes. */
async function fill(): Promise<void> {
  const at = sql`${NOW.toISOString()}::timestamptz`
  await database.db.execute(sql`
    insert into cities (id, name, country_code, latitude, longitude, time_zone)
    select 20000000 + n, 'Place ' || n, 'XX', (n * 7.31)::numeric % 130 - 60,
      (n * 13.7)::numeric % 358 - 179, 'UTC' from generate_series(1, ${CITIES}::int) n`)
  await database.db.execute(sql`
    insert into refresh_states (city_id, conditions_confirmed_at)
    select 20000000 + n, ${at} - make_interval(mins => case when n % 50 = 0 then 60 else 5 end)
    from generate_series(1, ${CITIES}::int) n`)
  await database.db.execute(sql`
    insert into city_names (city_id, name_key, kind)
    select 20000000 + n, 'place' || n, 'own' from generate_series(1, ${CITIES}::int) n`)
}

describe.skipIf(chromiumPath === undefined)('of 100 000 cities', () => {
  beforeAll(fill, 120_000)

  it('the verdict, the map and a page of the table are there, and each is found', async () => {
    const page = await browser().newPage()
    await page.goto(`${scene.url}/cities?late=true`)
    await page.locator(`canvas[data-drawn="${CITIES}"]`).waitFor()
    await page.getByText('2 000 cities', { exact: true }).waitFor()
    expect(await page.getByRole('row').count()).toBe(51)
    await page.getByRole('button', { name: 'Next ›' }).click()
    await page.getByRole('link', { name: 'First page' }).waitFor()
    await page.getByRole('link', { name: 'Now', exact: true }).click()
    await page
      .getByRole('heading', { level: 1, name: /^2.000 of 100.000 cities are late/ })
      .waitFor()
    await page.close()
  })
})
