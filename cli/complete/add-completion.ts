import tab from '@bomb.sh/tab/commander'
import type { Command } from 'commander'

const HELP = `
Examples:
  source <(weather247 complete bash)      in ~/.bashrc
  source <(weather247 complete zsh)       in ~/.zshrc
  weather247 complete fish | source       in ~/.config/fish/config.fish`

/** `complete <shell>` prints a script that asks `complete -- <words>` what can follow. */
export function addCompletion(program: Command): void {
  tab(program)
  program.commands
    .find((command) => command.name() === 'complete')
    ?.description('print a script with which a shell completes commands, options and values')
    .helpOption('-h, --help', 'show this help')
    .addHelpText('after', HELP)
}
