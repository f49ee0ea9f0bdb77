import { ProviderError } from '../../../domain/provider/provider-error.ts'

/** By the status alone: the body is a page or empty. The paths are fixed, so a missing one is no station. */
export function interpretError(status: number): ProviderError | undefined {
  const said = (what: string) => `Aviation Weather Center ${what}`
  if (status === 403) {
    return new ProviderError('unauthorized', said('refused our User-Agent'), { status })
  }
  if (status === 404) {
    return new ProviderError('rejected', said('does not know the path'), { status })
  }
  return undefined
}
