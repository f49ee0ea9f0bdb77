import { newCommand, runs, type AddCommand } from '../command-runner.ts'

export const addMigrate: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('migrate', 'bring the database up to date; does nothing when it is').action(
      runs(exit, async () => {
        const { migrate } = await import('./migrate.ts')
        return migrate()
      }),
    ),
  )
}
