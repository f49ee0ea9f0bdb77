import { and, eq, inArray } from 'drizzle-orm'
import type { CityId } from '../../domain/city/city.ts'
import type { PlaceMemory } from '../../domain/provider/provider.ts'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { Queryable } from '../database.ts'
import { providerPlaces } from '../schema/index.ts'
import { newRowWins, pagesOf } from './upsert.ts'

export async function placeMemories(
  db: Queryable,
  provider: ProviderId,
  cityIds: readonly CityId[],
): Promise<Map<CityId, PlaceMemory>> {
  const memories = new Map<CityId, PlaceMemory>()
  for (const page of pagesOf(cityIds)) {
    const rows = await db
      .select({ cityId: providerPlaces.cityId, memory: providerPlaces.memory })
      .from(providerPlaces)
      .where(and(eq(providerPlaces.provider, provider), inArray(providerPlaces.cityId, page)))
    for (const { cityId, memory } of rows) memories.set(cityId, memory)
  }
  return memories
}

export async function rememberPlaces(
  db: Queryable,
  provider: ProviderId,
  memories: ReadonlyMap<CityId, PlaceMemory>,
): Promise<void> {
  const updatedAt = new Date()
  const rows = [...memories]
    .sort(([one], [other]) => one - other)
    .map(([cityId, memory]) => ({ provider, cityId, memory, updatedAt }))
  for (const page of pagesOf(rows)) {
    await db
      .insert(providerPlaces)
      .values(page)
      .onConflictDoUpdate({
        target: [providerPlaces.provider, providerPlaces.cityId],
        set: newRowWins(providerPlaces, ['provider', 'cityId']),
      })
  }
}
