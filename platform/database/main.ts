import { parseArgs } from 'node:util'
import { createLogger } from '../logger.ts'
import { installShutdown } from '../shutdown.ts'
import { startEmbeddedDatabase } from './gateway.ts'

const EXIT_BROKEN = 70

const { values: flags } = parseArgs({
  options: {
    'data-dir': { type: 'string' },
    port: { type: 'string', default: '0' },
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
    port: Number(flags.port),
    onBroken(error) {
      log.fatal({ err: error }, 'the embedded database is broken; start it again')
      process.exit(EXIT_BROKEN)
    },
  })
  shutdown.add('database', () => database.close())
  process.stdout.write(`${JSON.stringify({ url: database.url })}\n`)
} catch (error) {
  log.fatal({ err: error }, 'the embedded database cannot start')
  process.exit(1)
}
