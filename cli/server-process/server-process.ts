import { toConfigOfPart, type ConnectedConfig } from '../../platform/config/connected-config.ts'
import { inheritedVariables, readEnv } from '../../platform/config/env.ts'
import { createLogger, type Logger } from '../../platform/logging/logger.ts'
import { exitWithParent } from '../../platform/processes/index.ts'
import { installShutdown, type Shutdown } from '../../platform/shutdown/shutdown.ts'
import type { PartOptions } from './part-option.ts'
import { say } from '../terminal/output.ts'
import { readyLine } from '../up/part-readiness.ts'
import { findTarget } from '../target/target.ts'

/** A process that serves until it is stopped. */
export interface ServerProcess {
  readonly config: ConnectedConfig
  readonly log: Logger
  readonly shutdown: Shutdown
  /** Reports to the parent process, when this is a part of an instance. */
  readonly ready: () => void
}

export async function openServerProcess(
  name: string,
  { part }: PartOptions,
): Promise<ServerProcess> {
  const config =
    part === undefined
      ? (await findTarget(['live'])).config
      : toConfigOfPart(readEnv(inheritedVariables()), part)
  const { level, format } = config.log
  const log = createLogger({ name, level, format, secrets: config.secrets })
  // The parent process decides when a part ends: a Ctrl+C must not end it first.
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
