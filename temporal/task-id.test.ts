import { expect, test } from 'vitest'
import { formatTaskId, parseTaskId } from './task-id.ts'

const RUN = '01234567-89ab-4def-8123-456789abcdef'

test('a task id names a workflow and the first run of its chain', () => {
  const taskId = formatTaskId('refresh-city/2643743', RUN)
  expect(taskId).toBe(`refresh-city/2643743/${RUN}`)
  expect(parseTaskId(taskId)[0]).toEqual({ workflowId: 'refresh-city/2643743', firstRunId: RUN })
})

test('a bare workflow id means its latest run', () => {
  expect(parseTaskId('refresh-city/2643743')).toEqual([{ workflowId: 'refresh-city/2643743' }])
  expect(parseTaskId(RUN)).toEqual([{ workflowId: RUN }])
})

test('a workflow id that itself ends in a UUID is understood both ways', () => {
  const id = `refresh-all-cities/${RUN}`
  expect(parseTaskId(id)).toEqual([
    { workflowId: 'refresh-all-cities', firstRunId: RUN },
    { workflowId: id },
  ])
  expect(parseTaskId(`${id}/${RUN}`)[0]).toEqual({ workflowId: id, firstRunId: RUN })
})
