import { Option } from 'commander'
import { SCENE_NAMES, SCENES, type SceneName } from '../../emulator/scenes.ts'
import { newCommand, runs, type AddCommand } from '../command-runner.ts'
import { addDemoBreak, addDemoMend } from './break-command.ts'

export const addDemo: AddCommand = (parent, exit) => {
  const demo = newCommand(
    'demo',
    'the same with simulated weather, on data of its own; needs no internet',
  )
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

While it runs, \`weather247 demo break open-meteo\` shows what an outage does.

Scenes:
${SCENE_NAMES.map((name) => `  ${name}: ${SCENES[name].shows}`).join('\n')}`,
    )
    .action(
      runs<{ readonly scene?: SceneName }>(exit, async ({ isDebug, scene }) => {
        const { startDemo } = await import('../up/start-up.ts')
        return startDemo({ isDebug, scene })
      }),
    )
  addDemoBreak(demo, exit)
  addDemoMend(demo, exit)
  parent.addCommand(demo)
}
