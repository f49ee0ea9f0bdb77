export const KINDS = ['refresh', 'warm', 'quota', 'analytics', 'cleanup'] as const
export const STATUSES = ['STARTED', 'SUCCESS', 'FAILURE', 'REVOKED'] as const
export const TRIGGERS = ['schedule', 'api', 'cli', 'start'] as const

export interface RunFilters {
  readonly kind?: (typeof KINDS)[number]
  readonly status?: (typeof STATUSES)[number]
  readonly trigger?: (typeof TRIGGERS)[number]
  readonly city?: string
  readonly cursor?: string
}

/** Of an address; what it says wrongly counts as not said. */
export function runFiltersOf(query: URLSearchParams): RunFilters {
  const kind = KINDS.find((one) => one === query.get('kind'))
  const status = STATUSES.find((one) => one === query.get('status'))
  const trigger = TRIGGERS.find((one) => one === query.get('trigger'))
  const city = query.get('city')
  const cursor = query.get('cursor')
  return {
    ...(kind && { kind }),
    ...(status && { status }),
    ...(trigger && { trigger }),
    ...(city !== null && city !== '' && { city }),
    ...(cursor !== null && cursor !== '' && { cursor }),
  }
}
