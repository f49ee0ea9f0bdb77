import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { TASK_QUEUE_NAMES } from '../../contracts/task-queues.ts'
import { nothingRan } from '../command-runner.ts'
import { addWorker } from './worker-command.ts'

/** The command's options as read, or what it says when it refuses. */
async function read(...words: string[]): Promise<Record<string, unknown> | string> {
  const program = new Command()
  addWorker(program, nothingRan())
  const worker = program.commands[0]!
  let said = ''
  worker.exitOverride().configureOutput({ writeErr: (text) => (said += text) })
  worker.action(() => undefined)
  try {
    await program.parseAsync(['worker', ...words], { from: 'user' })
  } catch {
    return said
  }
  return worker.opts()
}

describe('the command worker', () => {
  it('takes a queue or several, each once', async () => {
    expect(await read('--queues', 'weather_refresh', '--concurrency', '4')).toEqual({
      queues: ['weather_refresh'],
      concurrency: 4,
    })
    expect(await read('--queues', 'maintenance, monitoring,maintenance')).toEqual({
      queues: ['maintenance', 'monitoring'],
    })
    expect(await read()).toEqual({})
  })

  it('names the queues there are when one is unknown', async () => {
    for (const words of ['weather', 'maintenance,celery', '']) {
      const said = await read('--queues', words)
      for (const queue of TASK_QUEUE_NAMES) expect(said).toContain(queue)
    }
    expect(await read('--queues', 'maintenance,celery')).toContain("no queue 'celery'")
  })

  it('refuses to run without a slot', async () => {
    expect(await read('--concurrency', '0')).toContain('1 to 10000')
  })
})
