import { Type } from 'typebox'
import { PROVIDER_IDS } from '../../domain/provider/provider-catalogue.ts'
import { dataBody } from './data-body.ts'
import { Moment, nullable, oneOf } from './types.ts'

export const AttributionsBody = dataBody({
  attributions: Type.Array(
    Type.Object({
      provider: oneOf(PROVIDER_IDS),
      name: Type.String(),
      text: Type.String({ description: 'What its licence asks to be said beside the data' }),
      url: nullable(Type.String({ format: 'uri' })),
      licence: nullable(Type.String()),
      commercial_use: Type.String({
        description: 'Whether its free plan may be used commercially',
      }),
      is_in_use: Type.Boolean({ description: 'Whether it is asked' }),
      has_answered: Type.Boolean({
        description: 'Whether it answered in the last weeks, so that values of it may be stored',
      }),
      left_out_because: nullable(Type.String({ description: 'Null where nothing keeps it out' })),
    }),
  ),
  timestamp: Moment,
})
