import type { StoredToken } from '../../db/queries/api-tokens.ts'
import { tableText, terminalWidth, type Column } from '../terminal/table.ts'

type TokenState = 'live' | 'expired' | 'revoked'

function stateOf({ expiresAt, revokedAt }: StoredToken, now: Date): TokenState {
  if (revokedAt !== null) return 'revoked'
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'live'
}

const momentText = (at: Date | null, otherwise: string): string =>
  at === null ? otherwise : `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`

export function tokensText(
  tokens: readonly StoredToken[],
  now: Date,
  width = terminalWidth(),
): string {
  if (tokens.length === 0) {
    return 'There is no token: everyone on this machine is admin.\nCreate one with `weather247 tokens create`.'
  }
  const columns: readonly Column<StoredToken>[] = [
    { title: 'Name', text: ({ name }) => name, rank: 0 },
    { title: 'Role', text: ({ role }) => role, rank: 0 },
    { title: 'State', text: (token) => stateOf(token, now), rank: 0 },
    { title: 'Expires', text: ({ expiresAt }) => momentText(expiresAt, 'never'), rank: 1 },
    { title: 'Last used', text: ({ lastUsedAt }) => momentText(lastUsedAt, 'never'), rank: 2 },
    { title: 'Created', text: ({ createdAt }) => momentText(createdAt, ''), rank: 3 },
  ]
  return tableText(columns, tokens, width)
}

export const tokenBody = (token: StoredToken, now: Date) => ({
  id: token.id,
  name: token.name,
  role: token.role,
  state: stateOf(token, now),
  created_at: token.createdAt,
  expires_at: token.expiresAt,
  last_used_at: token.lastUsedAt,
  revoked_at: token.revokedAt,
})
