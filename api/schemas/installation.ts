import { Type } from 'typebox'
import { ROLES } from '../../domain/access/role.ts'
import { SETTING_ORIGINS } from '../../platform/config/shown-settings.ts'
import { dataBody } from './data-body.ts'
import { described, Moment, nullable, oneOf } from './types.ts'

export const SettingsBody = dataBody({
  settings: Type.Array(
    Type.Object({
      name: Type.String({ examples: ['WEATHER247_ALLOWED_HOSTS'] }),
      origin: oneOf(SETTING_ORIGINS, 'file: of the file that `<NAME>_FILE` names'),
      value: nullable(
        Type.String({ description: 'Null where there is none, and of every secret' }),
      ),
      is_secret: Type.Boolean(),
      description: Type.String(),
    }),
    { description: 'Of the process that answers, in the order of docs/settings.md' },
  ),
})

export const TokensBody = dataBody({
  tokens: Type.Array(
    Type.Object({
      id: Type.Integer(),
      name: Type.String(),
      role: oneOf(ROLES),
      created_at: Moment,
      expires_at: described(nullable(Moment), 'Null where it does not'),
      last_used_at: described(nullable(Moment), 'To the minute; null where it never was'),
      revoked_at: nullable(Moment),
    }),
    {
      description: 'The newest first; the tokens themselves are known to no one but their holders',
    },
  ),
})
