import { Type, type TProperties } from 'typebox'

/** Every body of data can say that it is simulated; the demo's do. */
export const dataBody = <T extends TProperties>(properties: T) =>
  Type.Object({
    ...properties,
    simulated: Type.Optional(
      Type.Boolean({ description: 'True in the demo, whose weather is made up' }),
    ),
  })
