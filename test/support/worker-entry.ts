import { toConfig } from '../../platform/config.ts'
import { inheritedVariables, readEnv } from '../../platform/env.ts'
import { createLogger } from '../../platform/logger.ts'
import { startWorkers } from '../../workers/main.ts'

// What `weather247 worker` does, from source: for tests where dist/ is not built.
const config = toConfig(readEnv(inheritedVariables()), { mode: 'live' })
const { level, format } = config.log
const log = createLogger({ name: 'worker', level, format, secrets: config.secrets })
const workers = await startWorkers(config, log)
process.once('SIGTERM', () => void workers.stop())
await workers.finished
process.exit(0)
