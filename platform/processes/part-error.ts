/** The exit code (EX_CONFIG of sysexits.h) of a part for which another start cannot help. */
export const FINAL_EXIT_CODE = 78

/** A part that ended or never became ready, with its last output. */
export class PartError extends Error {
  override readonly name = 'PartError'
  readonly part: string
  readonly outputTail: readonly string[]
  /** Null where the process did not end by itself. */
  readonly exitCode: number | null

  constructor(
    part: string,
    what: string,
    outputTail: readonly string[],
    { cause, exitCode = null }: { cause?: unknown; exitCode?: number | null } = {},
  ) {
    const tail =
      outputTail.length === 0
        ? ', without output'
        : `; its last output:\n  ${outputTail.join('\n  ')}`
    super(`${part} ${what}${tail}`, { cause })
    this.part = part
    this.outputTail = outputTail
    this.exitCode = exitCode
  }
}
