import type { Database } from '../../db/database.ts'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import { findCities } from '../cities/find-cities.ts'
import { wrongUsage } from '../errors/command-error.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { withStoredDatabase } from '../target/database-access.ts'
import { say, sayJson } from '../terminal/output.ts'
import { incidentText, incidentsText } from './incident-text.ts'

export interface IncidentsOptions {
  readonly id?: number
  readonly open?: boolean
  readonly provider?: ProviderId
  readonly city?: string
  readonly limit: number
  readonly json?: boolean
}

export const showIncidents = (options: IncidentsOptions): Promise<ExitCode> =>
  withStoredDatabase('read', async (db) => {
    if (options.id === undefined) return showList(db, options)
    return showOne(db, options.id, options.json === true)
  })

async function showList(
  db: Database,
  { open = false, provider, city, limit, json = false }: IncidentsOptions,
): Promise<ExitCode> {
  const { listIncidents } = await import('../../db/queries/incidents.ts')
  const [cityId] = city === undefined ? [] : await findCities(db, [city], { inactiveToo: true })
  const found = await listIncidents(db, {
    isOver: open ? false : undefined,
    provider,
    cityId,
    limit,
  })
  if (json) sayJson(found)
  else say(incidentsText(found, new Date()))
  return EXIT.ok
}

/** Cities shown of one. */
const SAMPLE = 20

async function showOne(db: Database, id: number, json: boolean): Promise<ExitCode> {
  const queries = await import('../../db/queries/incidents.ts')
  const incident = await queries.incidentById(db, id)
  if (!incident) {
    throw wrongUsage(`there is no incident ${id}`, '`weather247 incidents` shows those there are')
  }
  const cities = await queries.citiesOfIncident(db, id, SAMPLE)
  const spent = await queries.spentOn(db, incident)
  if (json) sayJson({ ...incident, spent, citySample: cities })
  else say(incidentText(incident, { cities, spent }, new Date()))
  return EXIT.ok
}
