import { createHash } from 'node:crypto'
import type { ScheduleDescription, ScheduleOptions } from '@temporalio/client'
import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common'
import type { ScheduleDefinition } from '../contracts/schedules.ts'

const OWNER = 'weather247'
const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS

const TRIGGER = defineSearchAttributeKey('WeatherTrigger', SearchAttributeType.KEYWORD)

/** Also catches what no field of a description shows. */
export const specHash = (definition: ScheduleDefinition): string =>
  createHash('sha256').update(JSON.stringify(definition)).digest('hex').slice(0, 16)

export const isOurs = ({ memo }: Pick<ScheduleDescription, 'memo'>): boolean =>
  memo?.['owner'] === OWNER

/** What the server is asked to keep for a definition, apart from what an operator may change. */
export function scheduleOptions(definition: ScheduleDefinition) {
  return {
    scheduleId: definition.id,
    spec: {
      intervals: [
        {
          every: definition.everyMinutes * MINUTE_MS,
          offset: definition.offsetMinutes * MINUTE_MS,
        },
      ],
      jitter: definition.jitterSeconds * SECOND_MS,
    },
    action: {
      type: 'startWorkflow',
      workflowType: definition.workflowType,
      workflowId: definition.id,
      taskQueue: definition.taskQueue,
      args: [...definition.args],
      workflowExecutionTimeout: definition.executionTimeoutSeconds * SECOND_MS,
      memo: { specHash: specHash(definition) },
      staticSummary: definition.note,
      typedSearchAttributes: [{ key: TRIGGER, value: 'schedule' }],
    },
    policies: {
      overlap: 'SKIP',
      catchupWindow: definition.catchUpSeconds * SECOND_MS,
      pauseOnFailure: false,
    },
    memo: { owner: OWNER },
  } satisfies ScheduleOptions
}

/** Where the server's schedule differs from its definition: `catch-up: 31536000 s → 600 s`. */
export function differencesOf(
  definition: ScheduleDefinition,
  { spec, action, policies }: ScheduleDescription,
): string[] {
  const interval = spec.intervals?.[0]
  const facts: [string, unknown, unknown][] = [
    ['number of intervals', spec.intervals?.length ?? 0, 1],
    ['number of calendars', spec.calendars?.length ?? 0, 0],
    ['period', minutes(interval?.every), minutes(definition.everyMinutes * MINUTE_MS)],
    ['offset', minutes(interval?.offset), minutes(definition.offsetMinutes * MINUTE_MS)],
    ['jitter', seconds(spec.jitter), seconds(definition.jitterSeconds * SECOND_MS)],
    ['workflow', action.workflowType, definition.workflowType],
    ['workflow id', action.workflowId, definition.id],
    ['task queue', action.taskQueue, definition.taskQueue],
    [
      'time limit',
      seconds(action.workflowExecutionTimeout),
      seconds(definition.executionTimeoutSeconds * SECOND_MS),
    ],
    ['overlap', policies.overlap, 'SKIP'],
    ['catch-up', seconds(policies.catchupWindow), seconds(definition.catchUpSeconds * SECOND_MS)],
    ['pause on failure', policies.pauseOnFailure, false],
  ]
  const differences = facts
    .filter(([, found, wanted]) => found !== wanted)
    .map(([name, found, wanted]) => `${name}: ${String(found)} → ${String(wanted)}`)
  if (!isSameJson(action.args, definition.args)) differences.push('input')
  const isAnotherDefinition = action.memo?.['specHash'] !== specHash(definition)
  return isAnotherDefinition && differences.length === 0 ? ['definition'] : differences
}

/** Descriptions carry milliseconds, or nothing for zero. */
const amountOf = (duration: unknown): number => (typeof duration === 'number' ? duration : 0)
const minutes = (duration: unknown): string => `${amountOf(duration) / MINUTE_MS} min`
const seconds = (duration: unknown): string => `${amountOf(duration) / SECOND_MS} s`

const isSameJson = (one: unknown, other: unknown): boolean => sorted(one) === sorted(other)

const sorted = (value: unknown): string =>
  JSON.stringify(value ?? [], (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
