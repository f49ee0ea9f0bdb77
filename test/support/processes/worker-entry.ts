import { toConnectedConfig } from '../../../platform/config/connected-config.ts'
import { inheritedVariables, readEnv } from '../../../platform/config/env.ts'
import { createLogger } from '../../../platform/logging/logger.ts'
import { startWorkers } from '../../../workers/main.ts'
import { testWorkflowBundle } from '../temporal/workflow-bundle.ts'

// What `weather247 worker` does, from source: for tests where dist/ is not built.
const config = toConnectedConfig(readEnv(inheritedVariables()))
const { level, format } = config.log
const log = createLogger({ name: 'worker', level, format, secrets: config.secrets })
const workers = await startWorkers(config, log, { workflowBundle: await testWorkflowBundle() })
process.once('SIGTERM', () => void workers.stop())
await workers.finished
process.exit(0)
