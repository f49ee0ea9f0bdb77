import { SCHEDULE_NOTES } from '../../contracts/schedule-definition.ts'
import type { RunEnds, ScheduleRun, ScheduleState } from '../../temporal/schedules.ts'
import { durationText } from '../terminal/format.ts'
import { tableText as fittingTable, terminalWidth, type Column } from '../terminal/table.ts'

export function tableText(
  states: readonly ScheduleState[],
  ended: RunEnds,
  width = terminalWidth(),
): string {
  return [
    fittingTable(columnsOf(ended), states, width),
    'Skipped: the run before was still going. Missed: the server was away for too long.',
  ].join('\n')
}

const columnsOf = (ended: RunEnds): readonly Column<ScheduleState>[] => [
  { title: 'Schedule', text: ({ id }) => id, rank: 0 },
  { title: 'State', text: stateWord, rank: 0 },
  { title: 'When', text: ({ cadence }) => cadence, rank: 3 },
  { title: 'Next', text: ({ nextTimes }) => timeText(nextTimes[0]), rank: 1 },
  { title: 'Last', text: ({ recentRuns }) => lastText(recentRuns[0], ended), rank: 2 },
  { title: 'Skipped', text: ({ skipped }) => String(skipped), align: 'right', rank: 4 },
  { title: 'Missed', text: ({ missed }) => String(missed), align: 'right', rank: 4 },
  {
    title: 'Note',
    text: ({ note }) => (isPurpose(note) ? '' : shortened(note ?? '')),
    rank: 5,
  },
]

const lastText = (run: ScheduleRun | undefined, ended: RunEnds): string => {
  const status = run && ended.get(run.runId)
  return status === undefined ? timeText(run?.startedAt) : `${timeText(run?.startedAt)}, ${status}`
}

/** What a schedule is for stands beside it in the documents. */
const isPurpose = (note: string | null): boolean =>
  note !== null && Object.values(SCHEDULE_NOTES).includes(note)

/** In a table; `describe` has all of it. */
const NOTE_LENGTH = 40

function shortened(note: string): string {
  const letters = [...note]
  return letters.length > NOTE_LENGTH ? `${letters.slice(0, NOTE_LENGTH - 1).join('')}…` : note
}

const stateWord = ({ paused, running }: ScheduleState): string => {
  if (paused) return running.length > 0 ? 'paused, running' : 'paused'
  return running.length > 0 ? 'running' : 'waiting'
}

/** A schedule in full. */
export function stateText(state: ScheduleState, ended: RunEnds): string {
  const { skipped, missed, timeLimitSeconds: limit } = state
  const rows: [string, string][] = [
    ['State', stateWord(state)],
    ...noteRows(state.note),
    ['When', state.cadence],
    ['Next', listText(state.nextTimes.slice(0, 5).map(timeText))],
    ['Runs', `${state.started} started, ${skipped} skipped, ${missed} missed`],
    ['Under way', listText(state.running)],
    [
      'Latest',
      listText(state.recentRuns.map((run) => `${run.taskId}, started ${lastText(run, ended)}`)),
    ],
    ['Workflow', `${state.workflowType} on the queue ${state.taskQueue}`],
    ['Caught up', `within ${durationText(state.catchUpSeconds * 1000)} of a server's outage`],
    ['Time limit', limit === null ? 'none' : durationText(limit * 1000)],
  ]
  const width = Math.max(...rows.map(([label]) => label.length))
  const lines = rows.map(([label, text]) => {
    const indent = ' '.repeat(width + 4)
    return `  ${label.padEnd(width)}  ${text.replaceAll('\n', `\n${indent}`)}`
  })
  return [state.id, ...lines].join('\n')
}

const noteRows = (note: string | null): [string, string][] =>
  note === null ? [] : [[isPurpose(note) ? 'For' : 'Note', note]]

const listText = (lines: readonly string[]): string =>
  lines.length === 0 ? 'none' : lines.join('\n')

/** `2026-11-22 14:01 UTC`, or a dash where there is none. */
export const timeText = (at: Date | undefined): string =>
  at === undefined ? '-' : `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
