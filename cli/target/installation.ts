import type { Config, Mode } from '../../platform/config/config.ts'
import { note } from '../terminal/output.ts'

/** Beside what programs read, so that simulated data is never taken for live data. */
export const simulatedMark = (mode: Mode): { readonly simulated: boolean } => ({
  simulated: mode === 'demo',
})

export type DatabaseState = 'external' | 'of the running instance' | 'not running otherwise'

/** `Simulated data of the demo in /home/me/.local/share/weather247-demo (running instance)`. */
export function installationText(
  { mode, dataDir }: Pick<Config, 'mode' | 'dataDir'>,
  state: DatabaseState,
): string {
  const kind = mode === 'demo' ? 'Simulated data of the demo' : 'Live data'
  if (state === 'external') return `${kind} in the database of DATABASE_URL.`
  const running = state === 'of the running instance' ? 'its instance runs' : 'no instance runs'
  return `${kind} in ${dataDir}; ${running}.`
}

/** Not for programs: they read standard output. */
export function announce(config: Pick<Config, 'mode' | 'dataDir'>, state: DatabaseState): void {
  note(installationText(config, state))
}
