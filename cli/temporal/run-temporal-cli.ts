import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants } from 'node:os'
import { toConfig } from '../../platform/config/config.ts'
import { inheritedVariables, readEnv } from '../../platform/config/env.ts'
import { CommandError } from '../errors/command-error.ts'
import { note } from '../terminal/output.ts'
import { findTargetVariables } from '../target/target.ts'
import type { Variables } from '../target/target-variables.ts'
import { findTemporalCli } from './find-temporal-cli.ts'

/** Answers with the program's own exit status. */
export async function runTemporalCli(args: readonly string[]): Promise<number> {
  const inherited = inheritedVariables()
  const config = toConfig(readEnv(inherited), { mode: 'live' })
  const cli = await findTemporalCli(config, inherited, note)
  const child = spawn(cli.path, args, { stdio: 'inherit', env: await pointedVariables(inherited) })
  // A Ctrl+C reaches both; what it means is the program's to say.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => signal === 'SIGTERM' && child.kill(signal))
  }
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
  return code ?? 128 + (signal === null ? 0 : constants.signals[signal])
}

/** `temporal --help` needs no server, so that none runs is the program's to find. */
async function pointedVariables(inherited: Variables): Promise<Variables> {
  if (inherited['TEMPORAL_ADDRESS'] !== undefined) return inherited
  try {
    return await findTargetVariables()
  } catch (error) {
    if (error instanceof CommandError) return inherited
    throw error
  }
}
