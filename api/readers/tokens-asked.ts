import type { TokensAsked } from '../../platform/config/bind-address.ts'
import type { Logger } from '../../platform/logging/logger.ts'
import type { TokenStore } from './token-store.ts'

const TEXTS: Readonly<Record<string, string>> = {
  true: 'each request needs a token',
  false: 'there is no token: everyone who reaches the API is admin',
  unknown: 'no one is served until the database answers',
}

/** A database that is away does not keep the API from starting: until it is there, no one is served. */
export async function areTokensAsked(tokens: TokenStore, log: Logger): Promise<TokensAsked> {
  try {
    return await tokens.isAny()
  } catch (error) {
    log.warn({ err: error }, 'the database does not say whether there are API tokens')
    return 'unknown'
  }
}

/** Says at the start who is served. */
export async function logAccess(tokens: TokenStore, log: Logger): Promise<void> {
  log.info(TEXTS[String(await areTokensAsked(tokens, log))])
}
