import { fileURLToPath } from 'node:url'
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'
import { readEnv } from '../../platform/config/env.ts'
import { optionsOf } from '../../workers/worker-options.ts'
import { EMPTY_TASK_QUEUE } from '../empty-children/shape.ts'
import { serve } from './serve.ts'

const { TEMPORAL_ADDRESS: address = '127.0.0.1:7233', WEATHER247_REFRESH_CONCURRENCY } = readEnv()
Runtime.install({
  logger: new DefaultLogger('WARN'),
  shutdownSignals: [],
  telemetryOptions: { logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} } },
})
const connection = await NativeConnection.connect({ address })
// The slots of the product's worker.
const worker = await Worker.create({
  ...optionsOf('weather_refresh', WEATHER247_REFRESH_CONCURRENCY),
  connection,
  taskQueue: EMPTY_TASK_QUEUE,
  workflowsPath: fileURLToPath(new URL('../empty-children/workflows.js', import.meta.url)),
  activities: { doNothing: async () => undefined },
  workflowTaskPollerBehavior: { type: 'autoscaling', minimum: 2, initial: 3, maximum: 10 },
  activityTaskPollerBehavior: { type: 'autoscaling', minimum: 1, initial: 2, maximum: 10 },
})
const finished = worker.run()

serve(
  () => Promise.resolve({}),
  async () => {
    worker.shutdown()
    await finished
    await connection.close()
  },
)
