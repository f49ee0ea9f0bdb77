import { createWeather247Client, type Weather247Client } from '../../client/index.ts'
import { toConfig } from '../../platform/config/config.ts'
import { inheritedVariables, readEnv } from '../../platform/config/env.ts'
import { readInstanceFile } from '../../platform/files/instance-file.ts'
import { cannotRun } from '../errors/command-error.ts'
import { ALL_MODES } from './target.ts'

export interface RunningApi {
  readonly url: string
  /** Temporal's Web UI, where the instance of this machine knows it. */
  readonly webUiUrl: string | undefined
  readonly client: Weather247Client
}

/**
 * The API that is set, else that of the instance on this machine, the live one first.
 * @throws CommandError where there is none.
 */
export async function findRunningApi(): Promise<RunningApi> {
  const env = readEnv(inheritedVariables())
  const token = env.WEATHER247_TOKEN?.reveal()
  const at = (url: string, webUiUrl: string | undefined): RunningApi => ({
    url,
    webUiUrl,
    client: createWeather247Client({ baseUrl: url, ...(token !== undefined && { token }) }),
  })
  if (env.WEATHER247_API_URL !== undefined) {
    return at(env.WEATHER247_API_URL.replace(/\/+$/, ''), env.WEATHER247_WEB_UI_URL)
  }
  for (const mode of ALL_MODES) {
    const instance = await readInstanceFile(toConfig(env, { mode }).dataDir)
    if (instance) return at(instance.apiUrl, instance.webUiUrl)
  }
  throw cannotRun(
    'no instance runs on this machine',
    'start one with `weather247 up` or `weather247 demo`, or set WEATHER247_API_URL',
  )
}
