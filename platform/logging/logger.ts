import { pino, type DestinationStream, type Logger } from 'pino'
import { PinoPretty } from 'pino-pretty'
import { HIDDEN } from '../../domain/text/mask-secrets.ts'
import { createRedactor } from './redact.ts'
import type { Secret } from '../config/secret.ts'
import type { LOG_FORMATS, LOG_LEVELS } from '../config/settings.ts'

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

/** Fields that hold credentials by their name. */
const SECRET_FIELDS = ['apiKey', 'password', 'authorization', 'cookie', 'databaseUrl', 'redisUrl']

export function createLogger(options: LoggerOptions): Logger {
  const redact = createRedactor(options.secrets ?? [])
  const pretty = isPretty(options)
  const show = pretty ? withVisibleEscapes : withoutTerminalCodes
  const lines = pretty ? prettyLines(options.destination) : plainLines(options.destination)
  return pino(
    {
      name: options.name,
      level: options.level,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: secretPaths(), censor: HIDDEN },
    },
    {
      write(line) {
        lines.write(show(redact(line)))
      },
    },
  )
}

/** JSON escapes only the first of the control characters; terminals obey others too. */
const withoutTerminalCodes = (line: string): string =>
  line.replace(
    /[\u007F-\u009F\u2028\u2029\p{Bidi_Control}]/gu,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** The pretty form undoes JSON's escapes, so that all but line ends and tabs are spelt out first. */
const withVisibleEscapes = (line: string): string =>
  withoutTerminalCodes(line).replace(/\\\\|\\(?=[ubfr])/g, '\\\\')

function isPretty({ format, destination }: LoggerOptions): boolean {
  if (format !== 'auto') return format === 'pretty'
  return destination === undefined && process.stdout.isTTY
}

/** Synchronous, so that the last lines of a process that ends are not lost. */
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
