import { newCommand, runs, type AddCommand } from '../command-runner.ts'

export const addUp: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('up', 'start everything that is not set to run elsewhere, and keep it running')
      .addHelpText(
        'after',
        `
Starts a Temporal server with its Web UI, a database, the worker and the API, loads a
starter set of cities, and refreshes them. TEMPORAL_ADDRESS, DATABASE_URL and REDIS_URL
each put a service of yours in the place of the built-in one.

On a first start without any provider setting and without a way to a weather service it
goes on as the demo.`,
      )
      .action(
        runs(exit, async ({ isDebug }) => {
          const { startUp } = await import('./start-up.ts')
          return startUp({ isDebug })
        }),
      ),
  )
}
