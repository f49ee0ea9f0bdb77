import { startApi } from '../../api/main.ts'
import { toConnectedConfig } from '../../platform/config/connected-config.ts'
import { readEnv } from '../../platform/config/env.ts'
import { createLogger } from '../../platform/logging/logger.ts'
import { printPlace } from './print-place.ts'

const config = toConnectedConfig(readEnv())
const api = await startApi(config, createLogger({ name: 'api', level: 'error', format: 'json' }))
printPlace(api)
