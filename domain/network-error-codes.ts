/** Node's codes for a connection that was never made: nothing has been sent. */
export const NOT_CONNECTED_CODES = ['EAI_AGAIN', 'ECONNREFUSED', 'ENOTFOUND'] as const

/** Node's codes for a network or a peer that is away for now: the same call may succeed later. */
export const NETWORK_ERROR_CODES = [
  ...NOT_CONNECTED_CODES,
  'ECONNABORTED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'ETIMEDOUT',
] as const
