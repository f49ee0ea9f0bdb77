import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DefaultLogger, Runtime, Worker, type WorkflowBundleOption } from '@temporalio/worker'
import { DeterminismViolationError } from '@temporalio/workflow'
import { beforeAll, describe, expect, it } from 'vitest'
import { testWorkflowBundle } from '../support/temporal/workflow-bundle.ts'
import * as workflows from '../../workflows/index.ts'

const FOLDER = fileURLToPath(new URL('./histories', import.meta.url))

const RECORDED = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.json'))
  .sort()

const textOf = (file: string): string => readFileSync(join(FOLDER, file), 'utf8')

// A history that does not replay fails the test; its log adds nothing.
Runtime.install({ logger: new DefaultLogger('ERROR') })

describe('the workflows of today', () => {
  let bundle: WorkflowBundleOption

  beforeAll(async () => {
    bundle = await testWorkflowBundle()
  })

  const replay = (history: string): Promise<void> => {
    const recorded = JSON.parse(history) as Recorded
    // Children's ids extend the id of their parent.
    const { workflowId } = recorded.events[0]?.workflowExecutionStartedEventAttributes ?? {}
    return Worker.runReplayHistory({ workflowBundle: bundle }, recorded, workflowId)
  }

  it.each(RECORDED)('go the way they went in %s', async (file) => {
    await replay(textOf(file))
  })

  it('are all recorded', () => {
    const recorded = new Set(RECORDED.map((file) => file.split('/')[0]))
    expect([...recorded].sort()).toEqual(Object.keys(workflows).sort())
  })

  it('fail to replay a history in which they did something else', async () => {
    const genuine = textOf('refreshCity/ok.json')
    const tampered = renameActivity(genuine, 'refreshCity', 'anotherActivity')
    await expect(replay(tampered)).rejects.toThrow(DeterminismViolationError)
  })
})

interface Recorded {
  events: {
    workflowExecutionStartedEventAttributes?: { workflowId: string }
    activityTaskScheduledEventAttributes?: { activityType: { name: string } }
  }[]
}

function renameActivity(history: string, from: string, to: string): string {
  const recorded = JSON.parse(history) as Recorded
  for (const { activityTaskScheduledEventAttributes: scheduled } of recorded.events) {
    if (scheduled?.activityType.name === from) scheduled.activityType.name = to
  }
  return JSON.stringify(recorded)
}
