import { trySaving } from '../../db/queries/save-refreshes.ts'
import type { CityRefresh } from '../../db/queries/city-refresh.ts'
import type { Database } from '../../db/database.ts'
import { faultText } from '../../db/queries/faults.ts'
import { withoutStored } from '../../domain/provider/city-attempts.ts'
import { PRODUCTS, type Product } from '../../domain/weather/product.ts'
import { ProviderError } from '../../domain/provider/provider-error.ts'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { Reading } from '../../domain/weather/reading.ts'

const KEYS = {
  conditions: 'conditions',
  forecast: 'forecast',
  'air-quality': 'airQuality',
} as const satisfies Record<Product, keyof Reading>

/**
 * The part of a refresh that the database accepts after it refused the whole: it tries each product,
 * then the facts about the place, then the reasons. A product that is refused counts as failed at
 * its provider, as `not-stored`.
 */
export async function storableOf(db: Database, refresh: CityRefresh): Promise<CityRefresh> {
  let storable: CityRefresh = { ...refresh, reading: {} }
  for (const product of PRODUCTS) {
    const part = partOf(refresh.reading, product)
    if (!part) continue
    const { provider } = part.reading
    const alone = { ...refresh, reading: part.only, attempts: [], memories: {} }
    const fault = await trySaving(db, alone)
    if (fault === undefined) {
      storable = { ...storable, reading: { ...storable.reading, ...part.only } }
      continue
    }
    const message = `the answer could not be stored: ${faultText(fault)}`
    const error = new ProviderError('not-stored', message, { cause: fault })
    const memories = without(storable.memories, provider)
    storable = { ...storable, ...withoutStored(storable, { product, provider, error }), memories }
  }
  return withStorableWords(db, storable)
}

async function withStorableWords(db: Database, refresh: CityRefresh): Promise<CityRefresh> {
  if ((await trySaving(db, refresh)) === undefined) return refresh
  const wordless = {
    ...refresh,
    memories: {},
    attempts: refresh.attempts.map(({ provider, products, outcome }) => ({
      provider,
      products,
      outcome,
    })),
  }
  const withReasons = { ...refresh, memories: {} }
  return (await trySaving(db, withReasons)) === undefined ? withReasons : wordless
}

function partOf(reading: Reading, product: Product) {
  const key = KEYS[product]
  const part = reading[key]
  return part && { reading: part, only: { [key]: part } satisfies Reading }
}

/** A validator that outlived its reading would confirm what is not there. */
const without = (
  memories: CityRefresh['memories'],
  provider: ProviderId,
): CityRefresh['memories'] =>
  Object.fromEntries(Object.entries(memories).filter(([id]) => id !== provider))
