import { createHash } from 'node:crypto'
import type { ScheduleDescription, ScheduleOptions } from '@temporalio/client'
import type { Cadence, ScheduleDefinition } from '../../contracts/schedule-definition.ts'
import { RUN_KIND, TRIGGER } from '../../contracts/search-attributes.ts'
import { MINUTE_MS, SECOND_MS } from '../../domain/time/durations.ts'
import { cadenceText, secondsText, specText } from './cadence.ts'

const OWNER = 'weather247'

/** Also catches what no field of a description shows. */
const specHash = (definition: ScheduleDefinition): string =>
  createHash('sha256').update(JSON.stringify(definition)).digest('hex').slice(0, 16)

export const isOurs = ({ memo }: Pick<ScheduleDescription, 'memo'>): boolean =>
  memo?.['owner'] === OWNER

/** What the server is asked to keep for a definition, apart from what an operator may change. */
export function scheduleOptions(definition: ScheduleDefinition) {
  return {
    scheduleId: definition.id,
    spec: { ...specOf(definition.cadence), jitter: definition.jitterSeconds * SECOND_MS },
    action: {
      type: 'startWorkflow',
      workflowType: definition.workflowType,
      workflowId: definition.id,
      taskQueue: definition.taskQueue,
      args: [...definition.args],
      workflowExecutionTimeout: definition.executionTimeoutSeconds * SECOND_MS,
      memo: { specHash: specHash(definition) },
      staticSummary: definition.note,
      typedSearchAttributes: [
        { key: TRIGGER, value: 'schedule' },
        { key: RUN_KIND, value: definition.kind },
      ],
    },
    policies: {
      overlap: 'SKIP',
      catchupWindow: definition.catchUpSeconds * SECOND_MS,
      pauseOnFailure: false,
    },
    memo: { owner: OWNER },
  } satisfies ScheduleOptions
}

const specOf = (cadence: Cadence) =>
  'everyMinutes' in cadence
    ? {
        intervals: [
          { every: cadence.everyMinutes * MINUTE_MS, offset: cadence.offsetMinutes * MINUTE_MS },
        ],
      }
    : {
        calendars: cadence.dailyAtHours.map((hour) => ({ hour, minute: 0, second: 0 })),
        timezone: cadence.timeZone,
      }

/** Where the server's schedule differs from its definition: `catch-up: 31536000 s → 600 s`. */
export function differencesOf(
  definition: ScheduleDefinition,
  { spec, action, policies }: ScheduleDescription,
): string[] {
  const facts: Fact[] = [
    ['cadence', specText(spec), cadenceText(definition.cadence)],
    ['jitter', secondsText(spec.jitter), secondsText(definition.jitterSeconds * SECOND_MS)],
    ['workflow', action.workflowType, definition.workflowType],
    ['workflow id', action.workflowId, definition.id],
    ['task queue', action.taskQueue, definition.taskQueue],
    [
      'time limit',
      secondsText(action.workflowExecutionTimeout),
      secondsText(definition.executionTimeoutSeconds * SECOND_MS),
    ],
    ['overlap', policies.overlap, 'SKIP'],
    [
      'catch-up',
      secondsText(policies.catchupWindow),
      secondsText(definition.catchUpSeconds * SECOND_MS),
    ],
    ['pause on failure', policies.pauseOnFailure, false],
  ]
  const differences = facts
    .filter(([, found, wanted]) => found !== wanted)
    .map(([name, found, wanted]) => `${name}: ${String(found)} → ${String(wanted)}`)
  if (!isSameJson(action.args, definition.args)) differences.push('input')
  const isAnotherDefinition = action.memo?.['specHash'] !== specHash(definition)
  return isAnotherDefinition && differences.length === 0 ? ['definition'] : differences
}

type Fact = [name: string, found: unknown, wanted: unknown]

const isSameJson = (one: unknown, other: unknown): boolean => sorted(one) === sorted(other)

const sorted = (value: unknown): string =>
  JSON.stringify(value ?? [], (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
