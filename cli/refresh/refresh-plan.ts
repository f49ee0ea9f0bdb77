import type { PlannedRefresh } from '../../db/queries/refresh-plan.ts'
import { wrongUsage } from '../errors/command-error.ts'
import { findCities } from '../cities/find-cities.ts'
import { NO_HTTP } from '../config/provider-to-read.ts'
import { maxAgeSecondsOf } from '../config/schedule-settings.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { withStoredDatabase } from '../target/database-access.ts'
import { say, sayJson } from '../terminal/output.ts'
import { refreshPlanText } from './refresh-plan-text.ts'
import type { RefreshOptions } from './refresh.ts'

/** What the refresh would do now; starts nothing, and asks no provider. */
export async function showRefreshPlan({
  cities,
  force = false,
  maxAge,
  json = false,
}: RefreshOptions): Promise<ExitCode> {
  const planned = await withStoredDatabase('read', async (db, config): Promise<PlannedRefresh> => {
    const [{ planRefresh }, { openProviders }] = await Promise.all([
      import('../../db/queries/refresh-plan.ts'),
      import('../../workers/open-providers.ts'),
    ])
    const cityIds = cities && (await findCities(db, cities))
    if (cityIds?.length === 0) throw wrongUsage('--cities names no city')
    const { installed, directory, adapters } = openProviders(config.providers, {
      db,
      http: NO_HTTP,
    })
    await directory.refresh()
    return planRefresh(db, {
      at: new Date(),
      scope: cityIds ? { kind: 'list', cityIds } : { kind: 'all' },
      force,
      maxAgeSeconds: maxAgeSecondsOf(config, maxAge),
      installed,
      adapters,
    })
  })
  if (json) sayJson(planned)
  else say(refreshPlanText(planned))
  return EXIT.ok
}
