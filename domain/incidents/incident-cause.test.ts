import { expect, it } from 'vitest'
import { PROVIDER_ERROR_FACTS, PROVIDER_ERROR_KINDS } from '../provider/provider-error.ts'
import { causeOf } from './incident-cause.ts'

it.each(PROVIDER_ERROR_KINDS)(
  '%s has a cause where it is the provider’s, and none else',
  (kind) => {
    expect(causeOf(kind) !== undefined).toBe(PROVIDER_ERROR_FACTS[kind].blame === 'provider')
  },
)
