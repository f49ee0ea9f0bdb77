import { effect, signal } from '@preact/signals'
import type { Answer } from '../api.ts'
import { taskEvent } from './stream.ts'

type Task = Answer<'/api/weather/monitoring/task/{taskId}'>
export type Progress = NonNullable<Task['progress']>

/** Runs whose events came last. */
const KEPT = 50

const known = signal<ReadonlyMap<string, Progress>>(new Map())

effect(() => {
  const task = taskEvent.value?.task as Task | undefined
  if (!task?.progress) return
  const others = [...known.peek()].filter(([id]) => id !== task.task_id)
  known.value = new Map([...others.slice(-KEPT), [task.task_id, task.progress]])
})

/** Where runs stand by their last event, by task id. */
export const useProgress = (): ReadonlyMap<string, Progress> => known.value
