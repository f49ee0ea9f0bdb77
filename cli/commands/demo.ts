import { newCommand, runs, type AddCommand } from '../command-runner.ts'

export const addDemo: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('demo', 'the same with simulated weather, on data of its own; needs no internet')
      .addHelpText(
        'after',
        `
All weather is simulated by a local program that answers like the weather services do.
It has its own data directory, the live one with -demo appended.`,
      )
      .action(
        runs(exit, async ({ isDebug }) => {
          const { startDemo } = await import('../stack/start-up.ts')
          return startDemo({ isDebug })
        }),
      ),
  )
}
