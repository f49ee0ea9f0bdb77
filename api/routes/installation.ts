import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { listTokens, type StoredToken } from '../../db/queries/api-tokens.ts'
import type { ApiDeps } from '../deps.ts'
import { SettingsBody, TokensBody } from '../schemas/installation.ts'

export const installationRoutes =
  ({ db, settings }: Pick<ApiDeps, 'db' | 'settings'>): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/monitoring/settings',
      {
        config: { role: 'operate' },
        schema: {
          tags: ['operations'],
          summary: 'The settings that the API runs with, and where each comes from',
          description: 'Of secrets it says whether they are set, and never what they are.',
          response: { 200: SettingsBody },
        },
      },
      async () => ({
        settings: (settings.shown ?? []).map(({ isSecret, ...shown }) => ({
          ...shown,
          is_secret: isSecret,
        })),
      }),
    )

    app.get(
      '/monitoring/tokens',
      {
        config: { role: 'admin' },
        schema: {
          tags: ['operations'],
          summary: 'Who holds a token of the API, and which role it has',
          response: { 200: TokensBody },
        },
      },
      async () => ({ tokens: (await listTokens(db)).map(tokenBody) }),
    )
  }

const textOf = (at: Date | null): string | null => at?.toISOString() ?? null

const tokenBody = ({ id, name, role, createdAt, ...token }: StoredToken) => ({
  id,
  name,
  role,
  created_at: createdAt.toISOString(),
  expires_at: textOf(token.expiresAt),
  last_used_at: textOf(token.lastUsedAt),
  revoked_at: textOf(token.revokedAt),
})
