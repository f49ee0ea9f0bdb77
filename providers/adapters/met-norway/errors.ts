import { ProviderError } from '../../../domain/provider/provider-error.ts'

/** By the status alone: the body is HTML or empty. */
export function interpretError(status: number): ProviderError | undefined {
  if (status === 403) {
    const said = 'MET Norway refused us: the User-Agent needs a name and a contact'
    return new ProviderError('unauthorized', said, { status })
  }
  if (status === 404) {
    return new ProviderError('rejected', 'MET Norway does not know the path', { status })
  }
  if (status !== 422) return undefined
  return new ProviderError('not-covered', 'MET Norway does not cover the place', { status })
}
