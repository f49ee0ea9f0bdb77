import { parseArgs } from 'node:util'
import { createLogger } from '../logging/logger.ts'
import { installShutdown } from '../shutdown/shutdown.ts'
import { systemFaultAt, systemFaultOf } from '../system-fault/system-fault.ts'
import { FINAL_EXIT_CODE } from '../processes/part-error.ts'
import { DataGoneError } from './data-directory.ts'
import { startEmbeddedDatabase } from './gateway.ts'

const EXIT_BROKEN = 70

const { values: flags } = parseArgs({
  options: {
    'data-dir': { type: 'string' },
    port: { type: 'string', default: '0' },
    existing: { type: 'boolean', default: false },
    'exit-with-stdin': { type: 'boolean', default: false },
  },
})

const isAttended = flags['exit-with-stdin']
const log = createLogger({
  name: 'database',
  level: 'warn',
  format: 'json',
  destination: process.stderr,
})

// A terminal sends Ctrl-C to the whole group: the database has to outlive those who still write.
const shutdown = installShutdown({ log, ignore: isAttended ? ['SIGINT', 'SIGHUP'] : [] })
if (isAttended) {
  process.stdin.resume()
  process.stdin.once('close', shutdown.exit)
  process.stdin.once('error', shutdown.exit)
}

const dataDir = flags['data-dir']
try {
  const database = await startEmbeddedDatabase({
    ...(dataDir === undefined ? {} : { dataDir }),
    mustExist: flags.existing,
    port: Number(flags.port),
    onBroken(error) {
      log.fatal({ err: error }, 'the embedded database is broken; start it again')
      process.exit(EXIT_BROKEN)
    },
  })
  shutdown.add('database', () => database.close())
  process.stdout.write(`${JSON.stringify({ url: database.url })}\n`)
} catch (error) {
  // PGlite often only aborts: then its directory shows why.
  const fault = systemFaultOf(error, dataDir) ?? systemFaultAt(dataDir ?? '.')
  const reason = fault === undefined ? '' : `: ${fault.message}`
  log.fatal({ err: error }, `the embedded database cannot start${reason}`)
  process.exit(error instanceof DataGoneError ? FINAL_EXIT_CODE : 1)
}
