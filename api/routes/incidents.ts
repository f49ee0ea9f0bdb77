import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  citiesOfIncident,
  incidentById,
  listIncidents,
  spentOn,
} from '../../db/queries/incidents.ts'
import { closeIncident } from '../../db/queries/close-incidents.ts'
import type { ApiDeps } from '../deps.ts'
import { emptyBodyAsObject } from '../plugins/empty-body.ts'
import { Problem } from '../problem.ts'
import {
  IncidentBody,
  IncidentDetail,
  IncidentParams,
  IncidentsBody,
  IncidentsQuery,
  USUALLY_LISTED,
} from '../schemas/incidents.ts'
import { EmptyRequest } from '../schemas/schedule.ts'
import { incidentBody, incidentDetail } from '../views/incidents.ts'

const TAGS = ['operations']

/** Cities shown of an incident. */
const SAMPLE = 20

export const incidentsRoutes =
  ({ db, now }: Pick<ApiDeps, 'db' | 'now'>): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/incidents',
      {
        config: { role: 'read' },
        schema: {
          tags: TAGS,
          summary: 'Times in which a provider did not serve, the newest first',
          description:
            'One per provider and cause, however many cities it met: from when cities began to be ' +
            'served by another provider, or by none, to when the provider served again.',
          querystring: IncidentsQuery,
          response: { 200: IncidentsBody },
        },
      },
      async ({ query: { city_id: cityId, cursor, limit = USUALLY_LISTED, ...filter } }) => {
        const asked = { ...filter, cityId, before: cursor, limit: limit + 1 }
        const rows = await listIncidents(db, asked)
        const page = rows.slice(0, limit)
        return {
          incidents: page.map(incidentBody),
          next_cursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
        }
      },
    )

    app.get(
      '/incidents/:incidentId',
      {
        config: { role: 'read' },
        schema: {
          tags: TAGS,
          summary: 'One incident, with what it cost and the largest cities it met',
          params: IncidentParams,
          response: { 200: IncidentDetail },
        },
      },
      async ({ params: { incidentId } }) => {
        const incident = await incidentById(db, incidentId)
        if (!incident) throw unknownIncident(incidentId)
        const [cities, spent] = await Promise.all([
          citiesOfIncident(db, incidentId, SAMPLE),
          spentOn(db, incident),
        ])
        return incidentDetail(incident, cities, spent)
      },
    )

    app.post(
      '/incidents/:incidentId/close',
      {
        config: { role: 'operate' },
        preValidation: emptyBodyAsObject,
        schema: {
          tags: TAGS,
          summary: 'Ends an incident by hand',
          params: IncidentParams,
          body: EmptyRequest,
          response: { 200: IncidentBody },
        },
      },
      async ({ params: { incidentId: id }, caller }) =>
        incidentBody(await closedBy(db, { id, by: caller?.name ?? null, at: now() })),
    )
  }

/** @throws Problem where it is not open. */
export async function closedBy(
  db: ApiDeps['db'],
  person: Parameters<typeof closeIncident>[1],
  options: { readonly status?: number } = {},
) {
  const closed = await closeIncident(db, person)
  if (closed) return closed
  const { id } = person
  if (!(await incidentById(db, id))) throw unknownIncident(id)
  throw new Problem('incident-closed', `The incident ${id} is closed already.`, options)
}

const unknownIncident = (id: number): Problem =>
  new Problem('unknown-incident', `There was no incident ${id}, or it is too old to be kept.`)
