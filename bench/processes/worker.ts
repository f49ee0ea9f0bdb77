import { toConnectedConfig } from '../../platform/config/connected-config.ts'
import { readEnv } from '../../platform/config/env.ts'
import { createLogger } from '../../platform/logging/logger.ts'
import { startWorkers } from '../../workers/main.ts'
import { serve } from './serve.ts'

const config = toConnectedConfig(readEnv())
const { level } = config.log
const log = createLogger({ name: 'worker', level, format: 'json', secrets: config.secrets })
const workers = await startWorkers(config, log)

serve(
  () => Promise.resolve({}),
  () => workers.stop(),
)
