import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from '../../db/database.ts'
import { isAnyToken } from '../../db/queries/api-tokens.ts'
import { bindAddress } from '../../platform/config/bind-address.ts'
import type { Config } from '../../platform/config/config.ts'

/**
 * What is wrong with HOST before anything is started: where nothing is stored, there is no token.
 * @throws SettingsError
 */
export async function assertBindAddress({ api, database, dataDir }: Config): Promise<void> {
  const isNothingStored = database.kind === 'embedded' && !existsSync(join(dataDir, 'database'))
  await bindAddress(api, () => (isNothingStored ? false : 'unknown'))
}

/**
 * The same once the database runs and its schema is up to date.
 * @throws SettingsError
 */
export async function assertTokensAsked({ api }: Config, db: Database): Promise<void> {
  await bindAddress(api, () => isAnyToken(db))
}
