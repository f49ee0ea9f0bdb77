import { expect, it } from 'vitest'
import { readEnv } from '../../platform/config/env.ts'
import { toConnectedConfig } from '../../platform/config/connected-config.ts'
import { startedText, watchCommand } from './started-text.ts'

it('ends with the command that goes on with the very task that was started', () => {
  const config = toConnectedConfig(
    readEnv({ TEMPORAL_ADDRESS: '127.0.0.1:7233', DATABASE_URL: 'postgres://127.0.0.1/weather' }),
  )
  const [taskId, workflowId] = ['refresh-all-cities/1:2', 'refresh-all-cities/1']
  const next = watchCommand(taskId)
  const text = startedText(
    { what: 'Refresh started', taskId, workflowId, next },
    { config, instance: undefined },
  )
  expect(text.split('\n')).toEqual([
    `Refresh started: ${taskId}`,
    'Wait for it, with progress: weather247 task watch refresh-all-cities/1:2',
  ])
})
