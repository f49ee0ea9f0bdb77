import path from 'node:path'
import type { Config } from '../../platform/config/config.ts'
import type { FoundCli } from '../../platform/temporal-server/index.ts'
import { orCannotRun } from '../errors/command-error.ts'
import { PACKAGE_ROOT } from '../package-root.ts'
import type { Variables } from '../target/target-variables.ts'

export async function findTemporalCli(
  config: Pick<Config, 'cacheDir' | 'temporal'>,
  variables: Variables,
  onProgress: (message: string) => void,
): Promise<FoundCli> {
  const { findCli } = await import('../../platform/temporal-server/index.ts')
  const { temporal, cacheDir } = config
  const configured = temporal.kind === 'embedded' ? temporal.cliPath : undefined
  return orCannotRun(
    findCli({
      configuredPath: configured ?? variables['TEMPORAL_CLI_PATH'],
      setting: 'TEMPORAL_CLI_PATH',
      env: variables,
      cacheDir,
      moduleDir: path.join(PACKAGE_ROOT, 'tools', 'temporal-cli'),
      onProgress,
    }),
  )
}
