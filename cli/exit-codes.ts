/** What the command's exit status means; part of the documented interface. */
export const EXIT = { ok: 0, failed: 1, usage: 2, cannotRun: 3 } as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

export const EXIT_CODE_HELP = `Exit codes:
  0  all went well
  1  some cities failed, or a fault
  2  wrong usage
  3  cannot run: no server, no database, a port in use, wrong settings`
