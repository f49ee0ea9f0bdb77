import type { Database } from '../../db/database.ts'
import type { ListedCity } from '../../db/queries/cities.ts'
import type { CityId } from '../../domain/city/city.ts'
import type { OwnPromise } from '../../domain/plan/promised-tier.ts'
import { CommandError, wrongUsage } from '../errors/command-error.ts'
import type { Change } from '../target/audited.ts'
import { withStoredDatabase } from '../target/database-access.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { confirmed } from '../terminal/confirm.ts'
import { simulatedMark } from '../target/installation.ts'
import { citiesText } from '../terminal/format.ts'
import { say, sayJson } from '../terminal/output.ts'
import { findCities } from './find-cities.ts'

export interface ManageOptions {
  readonly json?: boolean
}

export interface RemoveOptions extends ManageOptions {
  /** Skips the confirmation. */
  readonly yes?: boolean
}

export const activate = (words: readonly string[], options: ManageOptions): Promise<ExitCode> =>
  switchActive(words, options, true)

export const deactivate = (words: readonly string[], options: ManageOptions): Promise<ExitCode> =>
  switchActive(words, options, false)

const switchActive = (
  words: readonly string[],
  { json = false }: ManageOptions,
  active: boolean,
): Promise<ExitCode> =>
  withStoredDatabase(changeOf(active ? 'activate' : 'deactivate', words), async (db, { mode }) => {
    const { setActive } = await import('../../db/queries/manage-cities.ts')
    const ids = await chosen(db, words)
    const changed = await setActive(db, ids, active)
    const unchanged = ids.length - changed.length
    if (json) sayJson({ ...simulatedMark(mode), active, changed, unchanged })
    else {
      const state = active ? 'kept fresh' : 'kept fresh no more'
      for (const city of changed) say(`${cityText(city)}: ${state}.`)
      if (unchanged > 0) say(`${citiesText(unchanged)} ${active ? 'active' : 'inactive'} already.`)
    }
    return EXIT.ok
  })

export interface PromiseOptions extends ManageOptions {
  readonly within?: OwnPromise
}

/** Without minutes the promise is taken back. */
export const promise = (
  words: readonly string[],
  { json = false, within }: PromiseOptions,
): Promise<ExitCode> =>
  withStoredDatabase(changeOf('promise', words, { within }), async (db, { mode }) => {
    const { setPromise } = await import('../../db/queries/manage-cities.ts')
    const ids = await chosen(db, words)
    const changed = await setPromise(db, ids, within ?? null)
    const unchanged = ids.length - changed.length
    if (json) {
      sayJson({ ...simulatedMark(mode), promisedMinutes: within ?? null, changed, unchanged })
    } else {
      const state = within === undefined ? 'nothing promised by hand' : `within ${within} minutes`
      for (const city of changed) say(`${cityText(city)}: ${state}.`)
      if (unchanged > 0) say(`${citiesText(unchanged)} so already.`)
    }
    return EXIT.ok
  })

export const remove = (
  words: readonly string[],
  { json = false, yes = false }: RemoveOptions,
): Promise<ExitCode> =>
  withStoredDatabase(changeOf('remove', words), async (db, { mode }) => {
    const [{ citiesByIds }, { removeCities }] = await Promise.all([
      import('../../db/queries/cities.ts'),
      import('../../db/queries/manage-cities.ts'),
    ])
    const ids = await chosen(db, words)
    const names = (await citiesByIds(db, ids)).map(cityText)
    if (!yes && !(await isWanted(names))) {
      throw new CommandError(EXIT.failed, 'Nothing was removed.')
    }
    const removed = await removeCities(db, ids)
    if (json) sayJson({ ...simulatedMark(mode), removed })
    else for (const city of removed) say(`${cityText(city)}: removed, with its weather.`)
    return EXIT.ok
  })

const changeOf = (verb: string, cities: readonly string[], more: object = {}): Change => ({
  command: `cities ${verb}`,
  fields: { cities, ...more },
})

async function isWanted(names: readonly string[]): Promise<boolean> {
  const answer = await confirmed(
    `Remove ${names.join('; ')} and all weather stored of ${names.length === 1 ? 'it' : 'them'}?`,
  )
  if (answer !== undefined) return answer
  throw wrongUsage(
    'removing cities needs a confirmation, and there is no terminal',
    'confirm with --yes',
  )
}

async function chosen(db: Database, words: readonly string[]): Promise<CityId[]> {
  const ids = await findCities(db, words, { inactiveToo: true })
  if (ids.length === 0) throw wrongUsage('no city is named')
  return ids
}

const cityText = ({ id, name, countryCode }: Pick<ListedCity, 'id' | 'name' | 'countryCode'>) =>
  `${name}, ${countryCode} (id ${id})`
