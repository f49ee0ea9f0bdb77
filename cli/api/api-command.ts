import { newCommand, runs, type AddCommand } from '../command-runner.ts'
import { partOption, type PartOptions } from '../server-process/part-option.ts'

export const addApi: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('api', 'run the API of the set services, or one more of the running instance')
      .addOption(partOption())
      .action(
        runs<PartOptions>(exit, async (options) => {
          const { runApi } = await import('./run-api.ts')
          return runApi(options)
        }),
      ),
  )
}
