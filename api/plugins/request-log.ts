import type { FastifyBaseLogger } from 'fastify'
import type { Bindings, ChildLoggerOptions, LogFn } from 'pino'

/**
 * Makes pino's child for a request when it first writes a line: most write none, and the child is a
 * tenth of what a cached read costs.
 */
export const openLogLate = (
  parent: FastifyBaseLogger,
  bindings: Bindings,
  options: ChildLoggerOptions,
): FastifyBaseLogger => new RequestLog(() => parent.child(bindings, options))

type Line = Parameters<LogFn>

class RequestLog implements FastifyBaseLogger {
  readonly #open: () => FastifyBaseLogger
  #opened: FastifyBaseLogger | undefined

  constructor(open: () => FastifyBaseLogger) {
    this.#open = open
  }

  get #log(): FastifyBaseLogger {
    return (this.#opened ??= this.#open())
  }

  get level(): string {
    return this.#log.level
  }
  fatal(...line: Line) {
    this.#log.fatal(...line)
  }
  error(...line: Line) {
    this.#log.error(...line)
  }
  warn(...line: Line) {
    this.#log.warn(...line)
  }
  info(...line: Line) {
    this.#log.info(...line)
  }
  debug(...line: Line) {
    this.#log.debug(...line)
  }
  trace(...line: Line) {
    this.#log.trace(...line)
  }
  silent(...line: Line) {
    this.#log.silent(...line)
  }
  child(bindings: Bindings, options?: ChildLoggerOptions): FastifyBaseLogger {
    return this.#log.child(bindings, options)
  }
}
