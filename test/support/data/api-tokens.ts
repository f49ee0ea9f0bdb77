import type { Database } from '../../../db/database.ts'
import { storeToken } from '../../../db/queries/api-tokens.ts'
import type { Role } from '../../../domain/access/role.ts'
import { hashOfApiToken, newApiToken } from '../../../platform/api-token.ts'
import { NOW } from '../api/test-api.ts'

interface TokenOptions {
  readonly name?: string
  readonly expiresAt?: Date
}

/** Stores a token, and answers it. */
export async function createToken(
  db: Database,
  role: Role,
  { name = role, expiresAt }: TokenOptions = {},
): Promise<string> {
  const token = newApiToken()
  const hash = hashOfApiToken(token)
  await storeToken(db, { name, role, hash, createdAt: NOW, expiresAt: expiresAt ?? null })
  return token
}

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
