import { Option } from 'commander'
import { SCENE_NAMES, SCENES, type SceneName } from '../../emulator/scenes.ts'
import { newCommand, runs, type AddCommand } from '../command-runner.ts'

export const addDemo: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('demo', 'the same with simulated weather, on data of its own; needs no internet')
      .addOption(
        new Option('--scene <name>', 'the cities of a scene, beside those that are there').choices(
          SCENE_NAMES,
        ),
      )
      .addHelpText(
        'after',
        `
All weather is simulated by a local program that answers like the weather services do.
It has its own data directory, the live one with -demo appended.

Scenes:
${SCENE_NAMES.map((name) => `  ${name}: ${SCENES[name].shows}`).join('\n')}`,
      )
      .action(
        runs<{ readonly scene?: SceneName }>(exit, async ({ isDebug, scene }) => {
          const { startDemo } = await import('./start-up.ts')
          return startDemo({ isDebug, scene })
        }),
      ),
  )
}
