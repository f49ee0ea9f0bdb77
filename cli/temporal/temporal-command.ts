import { Command } from 'commander'
import { runs, type AddCommand } from '../command-runner.ts'

export const addTemporal: AddCommand = (parent, exit) => {
  parent.addCommand(
    new Command('temporal')
      .description("Temporal's own command line, pointed at the running instance")
      .argument('[args...]', 'passed on as they are')
      .allowUnknownOption()
      .passThroughOptions()
      .helpOption(false)
      .addHelpText('after', '\nExample:\n  weather247 temporal workflow list')
      .action(
        runs(exit, async (_, args) => {
          const { runTemporalCli } = await import('./run-temporal-cli.ts')
          return runTemporalCli(args)
        }),
      ),
  )
}
