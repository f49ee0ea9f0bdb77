import { Option } from 'commander'
import { SCENE_NAMES, SCENES, type SceneName } from '../../emulator/scenes.ts'
import { newCommand, runs, type AddCommand } from '../command-runner.ts'
import { addDemoBreak, addDemoLose, addDemoMend } from './break-command.ts'

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

While it runs, \`weather247 demo break open-meteo\` shows what an outage does, with \`--kind nearly-spent\`
what a quota does that is nearly used up, and \`weather247 demo lose\` a city for which no one answers.

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
  addDemoLose(demo, exit)
  addDemoMend(demo, exit)
  parent.addCommand(demo)
}
