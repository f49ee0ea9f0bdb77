export interface PartSpec {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  /** Appended at every start but the first. */
  readonly restartArgs?: readonly string[]
  /** The whole environment of the process, not additions to ours. */
  readonly env: NodeJS.ProcessEnv
  /** Not a program of ours: it runs under the watcher, which ends it when we are gone. */
  readonly foreign: boolean
  /** Resolves when the part does its work; called again after every restart. */
  readonly ready: (part: RunningPart) => Promise<void>
  readonly readyTimeoutMs: number
  readonly stopGraceMs: number
}

export interface RunningPart {
  readonly name: string
  readonly pid: number | undefined
  /** The watched program's own pid, once the watcher has reported it. */
  readonly foreignPid: number | undefined
  /** Aborted when the process is gone or is no longer waited for. */
  readonly signal: AbortSignal
  readonly outputTail: () => readonly string[]
}
