import { expect, test } from 'vitest'
import { operationIdOf } from './operation-id.ts'

test.each([
  ['GET', '/livez', 'getLivez'],
  ['GET', '/', 'get'],
  ['GET', '/api/weather/cities/:cityId', 'getCitiesByCityId'],
  ['POST', '/api/weather/monitoring/task/:taskId/cancel', 'postMonitoringTaskByTaskIdCancel'],
  ['GET', '/api/weather/air-quality/:cityId', 'getAirQualityByCityId'],
])('%s %s is %s', (method, url, id) => {
  expect(operationIdOf(method, url)).toBe(id)
})
