import { pino, type DestinationStream, type Logger } from 'pino'
import { PinoPretty } from 'pino-pretty'
import { createRedactor } from './redact.ts'
import type { Secret } from './secret.ts'
import type { LOG_FORMATS, LOG_LEVELS } from './settings.ts'

export type { Logger } from 'pino'
export { temporalLogger } from './temporal-logger.ts'

export interface LoggerOptions {
  readonly name: string
  readonly level: (typeof LOG_LEVELS)[number]
  readonly format: (typeof LOG_FORMATS)[number]
  /** Values that must not be written, in whatever field or text they turn up. */
  readonly secrets?: readonly (Secret | string)[]
  /** Standard output when absent. */
  readonly destination?: DestinationStream
}

/** Fields that hold credentials by their name, whoever logs them. */
const SECRET_FIELDS = ['apiKey', 'password', 'authorization', 'cookie', 'databaseUrl', 'redisUrl']

export function createLogger(options: LoggerOptions): Logger {
  const redact = createRedactor(options.secrets ?? [])
  const lines = isPretty(options)
    ? prettyLines(options.destination)
    : plainLines(options.destination)
  return pino(
    {
      name: options.name,
      level: options.level,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: secretPaths(), censor: '[secret]' },
    },
    {
      write(line) {
        lines.write(redact(line))
      },
    },
  )
}

function isPretty({ format, destination }: LoggerOptions): boolean {
  if (format !== 'auto') return format === 'pretty'
  return destination === undefined && process.stdout.isTTY
}

/** Synchronous, so that the last words of a process that ends are not lost. */
function plainLines(destination?: DestinationStream): DestinationStream {
  return destination ?? pino.destination({ dest: process.stdout.fd, sync: true })
}

function prettyLines(destination?: DestinationStream): DestinationStream {
  const isOurs = destination === undefined
  return PinoPretty({
    colorize: isOurs && process.stdout.isTTY,
    ignore: 'pid,hostname',
    translateTime: 'SYS:HH:MM:ss',
    sync: true,
    destination: isOurs ? process.stdout.fd : destination,
  })
}

function secretPaths(): string[] {
  return SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`])
}
