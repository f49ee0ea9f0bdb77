import { toConfig, type Config } from '../../platform/config.ts'
import { inheritedVariables, readEnv, type Env } from '../../platform/env.ts'
import { settingNames } from '../../platform/settings.ts'
import type { ExitCode } from '../exit-codes.ts'
import { say } from '../say.ts'
import { isAnyReachable, startsAsDemo } from './demo-decision.ts'
import { hadLiveData } from './live-mark.ts'
import { runStack } from './run-stack.ts'

export interface StartOptions {
  readonly isDebug: boolean
}

export async function startUp(options: StartOptions): Promise<ExitCode> {
  const env = readEnv(inheritedVariables())
  const live = toConfig(env, { mode: 'live' })
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

function start(config: Config, { isDebug }: StartOptions): Promise<ExitCode> {
  if (config.ignored.length > 0) say(`In the demo these have no say: ${config.ignored.join(', ')}`)
  return runStack({ config, inherited: inheritedVariables(), isDebug, say })
}

const PROVIDER_SETTING =
  /^(?:WEATHER_PROVIDERS$|(?:OPEN_METEO|MET_NORWAY|OPENWEATHERMAP|WEATHERAPI|NWS)_)/

/** Who has chosen providers or services of his own wants to hear what is wrong with them. */
export function isConfigured(env: Env, live: Pick<Config, 'temporal' | 'database'>): boolean {
  if (live.temporal.kind === 'external' || live.database.kind === 'external') return true
  return settingNames.some((name) => PROVIDER_SETTING.test(name) && env[name] !== undefined)
}
