import { Problem } from './problem.ts'

export const unknownTask = (taskId: string): Problem =>
  new Problem('unknown-task', `No task ${taskId} was ever started, or its history has expired.`)

export const closedTask = (taskId: string): Problem =>
  new Problem('task-closed', `The task ${taskId} cannot be stopped any more.`)
