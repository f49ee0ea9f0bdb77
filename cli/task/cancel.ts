import type { TaskOptions } from './open-task.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { simulatedMark } from '../target/installation.ts'
import { say, sayJson } from '../terminal/output.ts'
import { unknownTask, withTasks } from './open-task.ts'

export const cancel = (taskId: string, { json = false }: TaskOptions): Promise<ExitCode> =>
  withTasks(async (client, { config }) => {
    const outcome = await client.cancelTask(taskId)
    if (outcome === 'unknown') throw unknownTask(taskId)
    if (json) sayJson({ ...simulatedMark(config.mode), taskId, outcome })
    else if (outcome === 'closed') say(`${taskId} has ended already.`)
    else say(`${taskId} was asked to stop.\nSee its end: weather247 task watch ${taskId}`)
    return outcome === 'closed' ? EXIT.failed : EXIT.ok
  })
