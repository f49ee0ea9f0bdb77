import type { TaskOptions } from './open-task.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { simulatedMark } from '../target/installation.ts'
import { say, sayJson } from '../terminal/output.ts'
import { knownTask, withTasks } from './open-task.ts'
import { taskText } from './task-text.ts'

export const show = (taskId: string, { json = false }: TaskOptions): Promise<ExitCode> =>
  withTasks(async (client, { config }) => {
    const status = await knownTask(client, taskId)
    if (json) sayJson({ ...simulatedMark(config.mode), ...status })
    else say(taskText(status))
    return EXIT.ok
  })
