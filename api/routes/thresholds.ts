import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Static } from 'typebox'
import { cityById } from '../../db/queries/find-city.ts'
import {
  crossingsOf,
  deleteThreshold,
  listThresholds,
  storePresets,
  storeThreshold,
  thresholdById,
} from '../../db/queries/thresholds.ts'
import type { QuietHours } from '../../domain/thresholds/quiet-hours.ts'
import { thresholdFieldNamed } from '../../domain/thresholds/threshold.ts'
import { thresholdValue } from '../../domain/thresholds/threshold-value.ts'
import type { ApiDeps } from '../deps.ts'
import { emptyBodyAsObject } from '../plugins/empty-body.ts'
import { Problem } from '../problem.ts'
import { unknownCity } from '../readers/city-lookup.ts'
import {
  CrossingsBody,
  CrossingsQuery,
  NewThreshold,
  PresetsRequest,
  ThresholdBody,
  ThresholdParams,
  ThresholdsBody,
} from '../schemas/thresholds.ts'
import { crossingBody, thresholdBody } from '../views/thresholds.ts'

const TAGS = ['weather']

export const thresholdsRoutes =
  ({ db, now }: Pick<ApiDeps, 'db' | 'now'>): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/thresholds',
      {
        config: { role: 'read' },
        schema: {
          tags: TAGS,
          summary: 'From which values on the weather of cities is notified',
          response: { 200: ThresholdsBody },
        },
      },
      async () => ({ thresholds: (await listThresholds(db)).map(thresholdBody) }),
    )

    app.post(
      '/thresholds',
      {
        config: { role: 'operate' },
        schema: {
          tags: TAGS,
          summary: 'Tells the webhooks when a value is reached, and when it is left again',
          body: NewThreshold,
          response: { 201: ThresholdBody },
        },
      },
      async ({ body }, reply) => reply.code(201).send(thresholdBody(await create(db, body, now()))),
    )

    app.post(
      '/thresholds/presets',
      {
        config: { role: 'operate' },
        preValidation: emptyBodyAsObject,
        schema: {
          tags: TAGS,
          summary: 'Creates the usual thresholds for every city',
          description:
            'Heat and frost, wind, visibility and severe words. Those whose name is taken stay as they are.',
          body: PresetsRequest,
          response: { 201: ThresholdsBody },
        },
      },
      async ({ body: { quiet_hours: quiet = null } }, reply) => {
        refuseEmptyHours(quiet)
        const stored = await storePresets(db, quiet, now())
        return reply.code(201).send({ thresholds: stored.map(thresholdBody) })
      },
    )

    app.get(
      '/thresholds/:thresholdId/crossings',
      {
        config: { role: 'read' },
        schema: {
          tags: TAGS,
          summary: 'When a threshold held, for which cities',
          params: ThresholdParams,
          querystring: CrossingsQuery,
          response: { 200: CrossingsBody },
        },
      },
      async ({ params: { thresholdId }, query: { limit = 50, status } }) => {
        if (!(await thresholdById(db, thresholdId))) throw unknownThreshold(thresholdId)
        const crossings = await crossingsOf(db, thresholdId, { limit, open: status === 'open' })
        return { crossings: crossings.map(crossingBody) }
      },
    )

    app.delete(
      '/thresholds/:thresholdId',
      {
        config: { role: 'operate' },
        schema: {
          tags: TAGS,
          summary: 'Tells of it no more, and forgets when it held',
          params: ThresholdParams,
          response: { 200: ThresholdBody },
        },
      },
      async ({ params: { thresholdId } }) => {
        const deleted = await deleteThreshold(db, thresholdId)
        if (!deleted) throw unknownThreshold(thresholdId)
        return thresholdBody(deleted)
      },
    )
  }

/** @throws Problem for what can never hold, a city that is not known, and a name that is taken. */
async function create(db: ApiDeps['db'], asked: Static<typeof NewThreshold>, createdAt: Date) {
  const {
    name,
    side,
    unit,
    severity = 'warning',
    city_id: cityId = null,
    quiet_hours: quiet = null,
  } = asked
  const field = thresholdFieldNamed(asked.field)
  if (field === undefined) throw new Problem('invalid-request', 'body/field: there is none so.')
  const parsed = thresholdValue(field, asked.value, unit)
  if (parsed.kind === 'wrong') throw new Problem('invalid-request', `body/value: ${parsed.why}.`)
  refuseEmptyHours(quiet)
  if (cityId !== null && !(await cityById(db, cityId))) throw unknownCity(cityId)
  const { value } = parsed
  const rule = { name, field, side, value, severity, cityId, quiet, createdAt }
  const stored = await storeThreshold(db, rule)
  if (!stored) throw new Problem('threshold-exists', `There is a threshold "${name}" already.`)
  return stored
}

function refuseEmptyHours(quiet: QuietHours | null): void {
  if (quiet === null || quiet.from !== quiet.to) return
  throw new Problem('invalid-request', 'body/quiet_hours: from and to are the same.')
}

const unknownThreshold = (id: number): Problem =>
  new Problem('unknown-threshold', `There is no threshold ${id}.`)
