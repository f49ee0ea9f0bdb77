import type { Role } from '../../domain/access/role.ts'
import { DAY_MS } from '../../domain/time/durations.ts'
import { hashOfApiToken, newApiToken } from '../../platform/api-token.ts'
import { wrongUsage } from '../errors/command-error.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { withDatabase, withStoredDatabase } from '../target/database-access.ts'
import { note, say, sayJson } from '../terminal/output.ts'
import { tokenBody, tokensText } from './token-text.ts'

export interface JsonOption {
  readonly json?: boolean
}

export interface CreateOptions extends JsonOption {
  readonly name: string
  readonly role: Role
  /** In days. */
  readonly expires?: number
}

export interface RevokeOptions extends JsonOption {
  readonly forget?: boolean
}

/** The token goes to standard output and nowhere else. */
export async function createStored({
  name,
  role,
  expires,
  json = false,
}: CreateOptions): Promise<ExitCode> {
  const token = newApiToken()
  const createdAt = new Date()
  const expiresAt = expires === undefined ? null : new Date(createdAt.getTime() + expires * DAY_MS)
  const change = { command: 'tokens create', fields: { name, role, expires } }
  const stored = await withDatabase(change, async (db) => {
    const { storeToken } = await import('../../db/queries/api-tokens.ts')
    const hash = hashOfApiToken(token)
    const stored = await storeToken(db, { name, role, hash, createdAt, expiresAt })
    if (stored) return stored
    throw wrongUsage(
      `there is a token "${name}" already`,
      'take another name; `weather247 tokens list` shows those taken, revoked ones included',
    )
  })
  if (json) sayJson({ ...tokenBody(stored, createdAt), token })
  else {
    say(token)
    const end = expiresAt === null ? 'without an end' : `until ${expiresAt.toISOString()}`
    note(`Token "${name}", role ${role}, ${end}. It is shown this once: keep it now.`)
    note(
      'Send it as `Authorization: Bearer …`. From now on the API answers no one without a token.',
    )
  }
  return EXIT.ok
}

export async function listStored({ json = false }: JsonOption): Promise<ExitCode> {
  const tokens = await withStoredDatabase('read', async (db) => {
    const { listTokens } = await import('../../db/queries/api-tokens.ts')
    return listTokens(db)
  })
  const now = new Date()
  if (json) sayJson(tokens.map((token) => tokenBody(token, now)))
  else say(tokensText(tokens, now))
  return EXIT.ok
}

export async function revokeStored(
  name: string,
  { forget = false, json = false }: RevokeOptions,
): Promise<ExitCode> {
  const now = new Date()
  const change = { command: 'tokens revoke', fields: { name, forget } }
  const { token, isLast } = await withStoredDatabase(change, async (db) => {
    const { forgetToken, isAnyToken, revokeToken } = await import('../../db/queries/api-tokens.ts')
    const token = forget ? await forgetToken(db, name) : await revokeToken(db, name, now)
    if (!token) throw unknownToken(name)
    return { token, isLast: !(await isAnyToken(db)) }
  })
  if (json) sayJson({ ...tokenBody(token, now), forgotten: forget })
  else {
    say(`Token "${name}" is ${forget ? 'deleted' : 'revoked'}.`)
    if (isLast) note('It was the last one: the API asks for no token, and listens on this machine.')
  }
  return EXIT.ok
}

const unknownToken = (name: string) =>
  wrongUsage(`there is no token "${name}"`, '`weather247 tokens list` shows those there are')
