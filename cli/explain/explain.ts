import { explainCity } from '../../domain/provider/explain.ts'
import { installedProviders } from '../../platform/config/installed-providers.ts'
import { findCities } from '../cities/find-cities.ts'
import { maxAgeSecondsOf } from '../config/schedule-settings.ts'
import { wrongUsage } from '../errors/command-error.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { withStoredDatabase } from '../target/database-access.ts'
import { say, sayJson } from '../terminal/output.ts'
import { explainText } from './explain-text.ts'

export interface ExplainOptions {
  readonly json?: boolean
}

export async function explain(city: string, { json = false }: ExplainOptions): Promise<ExitCode> {
  const now = new Date()
  const explained = await withStoredDatabase('read', async (db, config) => {
    const [{ explainFacts }, { doubtsOf }, { readProviderSetups }, { latestPlanFor }] =
      await Promise.all([
        import('../../db/queries/explain-facts.ts'),
        import('../../db/queries/city-doubts.ts'),
        import('../../db/queries/provider-controls.ts'),
        import('../../db/queries/latest-plan.ts'),
      ])
    const [cityId, ...others] = await findCities(db, [city], { inactiveToo: true })
    if (cityId === undefined || others.length > 0) {
      throw wrongUsage('one city is explained at a time', 'name one, or its id')
    }
    const [facts, doubts, setups, plan] = await Promise.all([
      explainFacts(db, cityId, now),
      doubtsOf(db, cityId, now),
      readProviderSetups(db, installedProviders(config.providers, now)),
      latestPlanFor(db, cityId, now),
    ])
    if (!facts) throw wrongUsage(`there is no city ${cityId}`)
    // A product that is refreshed by no schedule has no age of its own.
    const maxAgeSeconds = {
      conditions: 0,
      forecast: 0,
      'air-quality': 0,
      ...maxAgeSecondsOf(config),
    }
    const products = explainCity(facts, setups, { maxAgeSeconds, now, plan })
    return { cityId, name: facts.name, isActive: facts.isActive, products, doubts }
  })
  if (json) sayJson(explained)
  else say(explainText(explained))
  return EXIT.ok
}
