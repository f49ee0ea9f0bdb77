import { parseArgs } from 'node:util'
import { startEmulator } from './index.ts'
import { SCENE_NAMES, type SceneName } from './scenes.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    host: { type: 'string', default: '127.0.0.1' },
    seed: { type: 'string', default: '247' },
    scene: { type: 'string' },
    'latency-ms': { type: 'string', default: '0' },
    'exit-with-stdin': { type: 'boolean', default: false },
  },
})

const emulator = await startEmulator({
  port: wholeNumber('port', values.port),
  host: values.host,
  seed: wholeNumber('seed', values.seed),
  latencyMs: wholeNumber('latency-ms', values['latency-ms']),
  scene: sceneOf(values.scene),
})
console.log(JSON.stringify({ url: emulator.url }))

const end = (): void => void emulator.close().then(() => process.exit(0))
process.once('SIGTERM', end)
process.once('SIGINT', end)
if (values['exit-with-stdin']) process.stdin.on('end', end).on('close', end).resume()

function sceneOf(name: string | undefined): SceneName | undefined {
  const scene = SCENE_NAMES.find((known) => known === name)
  if (name === undefined || scene !== undefined) return scene
  console.error(`--scene has to be one of ${SCENE_NAMES.join(', ')}, not ${name}`)
  process.exit(2)
}

function wholeNumber(flag: string, text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  console.error(`--${flag} has to be a whole number, not ${text}`)
  process.exit(2)
}
