import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { AllRuns } from '../background/all-runs.ts'
import { clockEvent, placeOf, type EventPlace } from '../background/run-events.ts'
import type { ListenerPlace } from '../background/run-watcher.ts'
import { createChanges } from '../background/changes.ts'
import { createRunWatchers } from '../background/run-watchers.ts'
import type { ApiDeps } from '../deps.ts'
import type { EventStream } from '../event-stream.ts'
import { createEventStreams, type MayListen } from '../event-streams.ts'
import type { HttpLimits } from '../http-limits.ts'
import { TaskParams } from '../schemas/task.ts'
import { EmptyRequest } from '../schemas/schedule.ts'
import { EventHeaders, EventStreamAnswer } from '../schemas/task-events.ts'
import type { createDashboard } from '../readers/dashboard.ts'
import { unknownTask } from '../task-problems.ts'
import { lookOf } from '../views/changes.ts'
import { taskBody, webUiOf } from '../views/task.ts'

const ROUTE = { config: { role: 'read' }, exposeHeadRoute: false } as const

const schemaOf = (summary: string, description: string) => ({
  tags: ['monitoring'],
  summary,
  description,
  headers: EventHeaders,
  querystring: EmptyRequest,
})

export const taskEventsRoutes =
  (
    deps: ApiDeps,
    limits: HttpLimits,
    dashboard: ReturnType<typeof createDashboard>,
  ): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { now } = deps
    const { watchers, allRuns, changes, streams } = createSources(deps, limits, dashboard)
    app.addHook('preClose', async () => {
      watchers.close()
      streams.close()
    })

    app.get(
      '/monitoring/task/:taskId/events',
      {
        ...ROUTE,
        schema: {
          ...schemaOf(
            'The events of a task, as server-sent events',
            'Each `progress` and the last one, `result`, hold the task as its own address answers. ' +
              'A client that comes again after the result gets 204, and comes no more.',
          ),
          params: TaskParams,
          response: { 200: EventStreamAnswer, 204: { type: 'null', description: 'It has ended' } },
        },
      },
      async (request, reply) => {
        const { taskId } = request.params
        const last = lastPlaceOf(request.headers)
        if (last?.isEnd === true) return reply.code(204).send(null)
        const place = await watchers.join(taskId)
        if (!place) throw unknownTask(taskId)
        try {
          sendRun(streams.open(reply, mayListen(request)), place, last)
        } catch (error) {
          place.leave()
          throw error
        }
        return reply
      },
    )

    app.get(
      '/monitoring/events',
      {
        ...ROUTE,
        schema: {
          ...schemaOf(
            'The events of all tasks, as server-sent events',
            'Of what nothing else started, twenty at a time. With `Last-Event-ID` the results since ' +
              'then come first; one that was read already may come again. `hello` comes first and ' +
              '`beat` every 15 seconds, both with the `server_time`: a listener that hears nothing ' +
              'for longer has lost the stream. `changed` names what may be asked for again, and ' +
              '`freshness` has the ages of all cities as `monitoring/dashboard` does.',
          ),
          response: { 200: EventStreamAnswer },
        },
      },
      async (request, reply) => {
        const stream = streams.open(reply, mayListen(request), () => clockEvent('beat', now()))
        stream.insist(clockEvent('hello', now()))
        sendAll(stream, { allRuns, changes }, lastPlaceOf(request.headers)?.atMs)
        return reply
      },
    )
  }

/** Where the events come from, and the streams they are sent on. */
function createSources(
  { temporal, db, log, now, settings }: ApiDeps,
  { eventsMs, changesMs, heartbeatMs, maxListeners }: HttpLimits,
  dashboard: ReturnType<typeof createDashboard>,
) {
  const simulated = settings.mode === 'demo'
  const watchers = createRunWatchers({
    temporal,
    db,
    log,
    now,
    everyMs: eventsMs,
    bodyOf: ({ task, source }) => ({
      ...taskBody(task, { webUi: webUiOf(settings), source }),
      ...(simulated && { simulated }),
    }),
  })
  return {
    watchers,
    allRuns: new AllRuns({ temporal, watchers, log, now, everyMs: eventsMs }),
    changes: createChanges({
      look: async () => lookOf(await dashboard()),
      log,
      everyMs: changesMs,
    }),
    streams: createEventStreams({
      heartbeatMs,
      maxStreams: maxListeners,
      headers: simulated ? { 'x-weather247-data': 'simulated' } : {},
    }),
  }
}

const mayListen =
  (request: FastifyRequest): MayListen =>
  () =>
    request.mayStill(ROUTE.config.role)

const lastPlaceOf = (headers: { 'last-event-id'?: string }): EventPlace | undefined => {
  const { 'last-event-id': id } = headers
  return id === undefined ? undefined : placeOf(id)
}

/** A client that comes again is not sent what it had last. */
function sendRun(stream: EventStream, place: ListenerPlace, last: EventPlace | undefined): void {
  let hadMs = last?.atMs ?? 0
  stream.onClosed(() => {
    place.leave()
  })
  place.listen({
    progress({ atMs, chunk }) {
      if (atMs > hadMs) stream.offer(chunk)
      hadMs = 0
    },
    end: (event) => {
      stream.end(event?.chunk)
    },
  })
}

function sendAll(
  stream: EventStream,
  { allRuns, changes }: Pick<ReturnType<typeof createSources>, 'allRuns' | 'changes'>,
  sinceMs: number | undefined,
): void {
  const leaveRuns = allRuns.listen(({ chunk, isEnd }) => {
    if (isEnd) stream.insist(chunk)
    else stream.offer(chunk)
  }, sinceMs)
  const leaveChanges = changes.listen((chunk) => {
    stream.offer(chunk)
  })
  stream.onClosed(() => {
    leaveRuns()
    leaveChanges()
  })
}
