import { Command, Option } from 'commander'
import { EXIT } from './exit-codes.ts'

/** What every command gets beside its own options. */
export interface CommandContext {
  readonly isDebug: boolean
}

/** Set by the command that ran; `main` makes it the exit status. */
export type ExitBox = { code: number }

export type AddCommand = (parent: Command, exit: ExitBox) => void

/** A command with what all share: `--debug`, and help when it is used wrongly. */
export function newCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .addOption(new Option('--debug', 'show the stack of errors, and what parts print'))
    .helpOption('-h, --help', 'show this help')
}

type Work<Options> = (options: Options & CommandContext, args: readonly string[]) => Promise<number>

/** The action of a command: what `work` answers is the exit status. */
export function runs<Options extends object>(exit: ExitBox, work: Work<Options>) {
  return async (...given: unknown[]): Promise<void> => {
    const command = given.at(-1) as Command
    const options = command.opts<Options & { debug?: boolean }>()
    exit.code = await work({ ...options, isDebug: options.debug === true }, command.args)
  }
}

export const nothingRan = (): ExitBox => ({ code: EXIT.ok })
