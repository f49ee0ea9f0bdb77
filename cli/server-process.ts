import type { Config } from '../platform/config.ts'
import { inheritedVariables } from '../platform/env.ts'
import { createLogger, type Logger } from '../platform/logger.ts'
import { exitWithParent } from '../platform/processes/index.ts'
import { installShutdown, type Shutdown } from '../platform/shutdown.ts'
import type { PartOptions } from './part-option.ts'
import { say } from './say.ts'
import { readyLine } from './stack/part-readiness.ts'
import { configOfPart, findTarget } from './target.ts'

/** A process that serves until it is told to end. */
export interface ServerProcess {
  readonly config: Config
  readonly log: Logger
  readonly shutdown: Shutdown
  /** Tells whoever started it as a part. */
  readonly ready: () => void
}

export async function openServerProcess(
  name: string,
  { part }: PartOptions,
): Promise<ServerProcess> {
  const config =
    part === undefined
      ? (await findTarget(['live'])).config
      : configOfPart(inheritedVariables(), part)
  const { level, format } = config.log
  const log = createLogger({ name, level, format, secrets: config.secrets })
  // The one who started a part decides when it ends: a Ctrl+C must not reach it first.
  const shutdown = installShutdown({ log, ignore: part === undefined ? [] : ['SIGINT', 'SIGHUP'] })
  if (part !== undefined) exitWithParent(shutdown.exit)
  return {
    config,
    log,
    shutdown,
    ready() {
      if (part !== undefined) say(readyLine(name))
    },
  }
}

/** Resolves never: the process ends by its shutdown. */
export const untilShutdown = (): Promise<never> => new Promise(() => undefined)
