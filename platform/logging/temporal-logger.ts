import type { LogLevel, LogMetadata, Logger as TemporalLogger } from '@temporalio/common'
import type { Logger } from 'pino'

const LEVELS = {
  TRACE: 'trace',
  DEBUG: 'debug',
  INFO: 'info',
  WARN: 'warn',
  ERROR: 'error',
} as const

/**
 * Lets Temporal's Runtime write through our logger. Its fields (workflowId, runId, activityType…)
 * keep their names; its own timestamps, BigInt under a symbol, stay behind.
 */
export function temporalLogger(log: Logger): TemporalLogger {
  const write = (level: LogLevel, message: string, meta?: LogMetadata) => {
    log[LEVELS[level]](fieldsOf(meta), message)
  }
  return {
    log: write,
    trace: (message, meta) => {
      write('TRACE', message, meta)
    },
    debug: (message, meta) => {
      write('DEBUG', message, meta)
    },
    info: (message, meta) => {
      write('INFO', message, meta)
    },
    warn: (message, meta) => {
      write('WARN', message, meta)
    },
    error: (message, meta) => {
      write('ERROR', message, meta)
    },
  }
}

function fieldsOf(meta: LogMetadata = {}): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(meta) as [string, unknown][]) {
    if (typeof value === 'bigint') fields[name] = Number(value)
    else if (name === 'error') fields['err'] = value
    else fields[name] = value
  }
  return fields
}
