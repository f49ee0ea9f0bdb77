import { toConfig } from '../../platform/config.ts'
import { readEnv } from '../../platform/env.ts'
import { createLogger } from '../../platform/logger.ts'
import { startWorkers } from '../../workers/main.ts'
import { serve } from './serve.ts'

const config = toConfig(readEnv(), { mode: 'live' })
const { level } = config.log
const log = createLogger({ name: 'worker', level, format: 'json', secrets: config.secrets })
const workers = await startWorkers(config, log)

serve(
  () => Promise.resolve({}),
  () => workers.stop(),
)
