import { worldCities } from '../../db/world-cities.ts'
import type { City } from '../../domain/city/city.ts'

/**
 * Weather each 15 minutes, air quality each hour and a forecast each 3 hours are 128 calls a day for
 * a city: more than Open-Meteo's free day (10 000) has for all of them. The plan spends those where they
 * are asked for most; the rest of the weather comes from MET Norway.
 */
export const STARTER_CITIES = 100

/** Every place of at least 100,000 inhabitants, the most populous first. */
export const bundledCities = async (): Promise<City[]> => [...(await worldCities())]
