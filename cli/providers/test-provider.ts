import type { Database } from '../../db/database.ts'
import { providerFacts, type ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { ProviderTest } from '../../domain/provider/provider-test.ts'
import type { Product } from '../../domain/weather/product.ts'
import type { Config } from '../../platform/config/config.ts'
import { createLogger } from '../../platform/logging/logger.ts'
import type { HttpClient } from '../../providers/http-client.ts'
import { wrongUsage } from '../errors/command-error.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { withStoredDatabase } from '../target/database-access.ts'
import { say, sayJson } from '../terminal/output.ts'

export interface TestOptions {
  readonly json?: boolean
  readonly product?: Product
}

/** One real request, charged to the provider's quota. */
export async function testProvider(
  id: ProviderId,
  { json = false, product }: TestOptions,
): Promise<ExitCode> {
  if (product !== undefined && !providerFacts(id).products.includes(product)) {
    throw wrongUsage(`${id} does not offer ${product}`)
  }
  const change = { command: 'providers test', fields: { provider: id, product } }
  const test = await withStoredDatabase(change, async (db, config) => {
    if (config.mode === 'demo') {
      const way = `POST /api/weather/providers/${id}/test of the running demo asks its emulator`
      throw wrongUsage('a demo sends no request to a real provider', way)
    }
    const { openProviderHttp } = await import('../../workers/open-providers.ts')
    const http = openProviderHttp(config.providers)
    try {
      return await askOnce({ db, config, http }, id, product)
    } finally {
      await http.close()
    }
  })
  if (json) sayJson(test)
  else say(testText(test))
  return test.outcome === 'ok' ? EXIT.ok : EXIT.failed
}

interface Opened {
  readonly db: Database
  readonly config: Config
  readonly http: HttpClient
}

async function askOnce(
  { db, config, http }: Opened,
  id: ProviderId,
  product: Product | undefined,
): Promise<ProviderTest> {
  const [{ openProviders }, { createProviderTester }, { placeToTest }] = await Promise.all([
    import('../../workers/open-providers.ts'),
    import('../../providers/provider-tester.ts'),
    import('../../db/queries/place-to-test.ts'),
  ])
  const { installed, directory, adapters } = openProviders(config.providers, { db, http })
  const barredBy = installed.find((one) => one.id === id)?.barredBy
  if (barredBy) throw wrongUsage(`${id} cannot be tested: ${barredBy}`)
  await directory.refresh()
  const { region } = providerFacts(id)
  const place = await placeToTest(db, region === 'world' ? {} : { countryCodes: region })
  if (!place) {
    throw wrongUsage(`no city is stored that ${id} serves`, 'import one, and test then')
  }
  const { level, format } = config.log
  const log = createLogger({ name: 'providers-test', level, format, secrets: config.secrets })
  return createProviderTester({ adapters, db, now: () => new Date(), log })(id, place, product)
}

export function testText(test: ProviderTest): string {
  const { name } = providerFacts(test.provider)
  const cost = `${test.durationMs} ms, ${test.weight} charged`
  if (test.outcome !== 'ok') {
    return `${name} does not work: ${test.outcome}, ${test.message ?? 'no reason given'} (${cost})`
  }
  const value = test.temperatureC === null ? '' : `: ${test.temperatureC} °C`
  const ended = test.released.map((one) => `\nThis ended: ${one}`).join('')
  return `${name} works${value} (${cost})${ended}`
}
