import { PROVIDER_CATALOGUE } from '../../domain/provider/provider-catalogue.ts'
import { toConfig, type Config } from '../../platform/config/config.ts'
import { inheritedVariables, readEnv, type Env } from '../../platform/config/env.ts'
import { settingNames } from '../../platform/config/settings.ts'
import type { SceneName } from '../../emulator/scenes.ts'
import type { ExitCode } from '../exit-codes.ts'
import { say } from '../terminal/output.ts'
import { isAnyReachable, startsAsDemo } from './demo-decision.ts'
import { hadLiveData } from './live-data-marker.ts'
import { runParts } from './run-parts.ts'
import { assertBindAddress } from './tokens-asked.ts'

export interface StartOptions {
  readonly isDebug: boolean
  /** Of the demo. */
  readonly scene?: SceneName | undefined
}

export async function startUp(options: StartOptions): Promise<ExitCode> {
  const env = readEnv(inheritedVariables())
  const live = toConfig(env, { mode: 'live' })
  await assertBindAddress(live)
  const isDemo = await startsAsDemo({
    isConfigured: isConfigured(env, live),
    hadLiveData: hadLiveData(live.dataDir),
    isAnyProviderReachable: () => isAnyReachable(),
  })
  if (!isDemo) return start(live, options)
  say('No weather service can be reached, and this installation has no weather yet:')
  say('going on as the DEMO, with SIMULATED weather. Start again with internet for live weather.\n')
  return start(toConfig(env, { mode: 'demo' }), options)
}

export function startDemo(options: StartOptions): Promise<ExitCode> {
  const config = toConfig(readEnv(inheritedVariables()), { mode: 'demo' })
  say('This is the DEMO: all weather is SIMULATED by a local program.\n')
  return start(config, options)
}

function start(config: Config, { isDebug, scene }: StartOptions): Promise<ExitCode> {
  if (config.ignored.length > 0) say(`Ignored in the demo: ${config.ignored.join(', ')}`)
  return runParts({ config, inherited: inheritedVariables(), isDebug, scene, say })
}

const PROVIDER_PREFIXES = Object.values(PROVIDER_CATALOGUE).map(
  ({ settingPrefix }) => `${settingPrefix}_`,
)

const isProviderSetting = (name: string): boolean =>
  name === 'WEATHER_PROVIDERS' || PROVIDER_PREFIXES.some((prefix) => name.startsWith(prefix))

/** Chosen providers or services that fail are reported; the demo must not hide it. */
export function isConfigured(env: Env, live: Pick<Config, 'temporal' | 'database'>): boolean {
  if (live.temporal.kind === 'external' || live.database.kind === 'external') return true
  return settingNames.some((name) => isProviderSetting(name) && env[name] !== undefined)
}
