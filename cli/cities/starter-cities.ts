import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { City } from '../../domain/city/city.ts'
import { parseCityFile } from './city-file.ts'

/** `dist/data` beside `dist/cli`, `data` beside `cli`: the same path from both. */
const FILE = fileURLToPath(new URL('../../data/cities.json', import.meta.url))

/**
 * Weather each 15 minutes, air quality each hour and a forecast each 3 hours are 128 calls a day for
 * a city: more than Open-Meteo's free day (10 000) has for all of them. Its last quarter is kept for air
 * quality, which fits; the rest of the weather comes from MET Norway.
 */
export const STARTER_CITIES = 100

/** Every place of at least 100,000 inhabitants, the most populous first. */
export async function bundledCities(): Promise<City[]> {
  return parseCityFile(await readFile(FILE, 'utf8'), 'data/cities.json')
}
