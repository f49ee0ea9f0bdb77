/** How long a client may take. What goes beyond is refused with 408 where it can still be, and closed. */
export interface HttpLimits {
  /** From the connection, or the first byte of the next request, to the last header. */
  readonly headersMs: number
  /** From the first byte of a request to the last byte of its body. */
  readonly requestMs: number
  /** From the last header to the answer: what hangs behind this API must not hang before it. */
  readonly handlerMs: number
  /** Without a byte in either direction, such as of an answer that is not taken off. */
  readonly idleMs: number
  /** Between two requests on one connection; longer than a reverse proxy's 60 s, which ends it first. */
  readonly keepAliveMs: number
  /** How often connections are looked at. */
  readonly checkEveryMs: number
  /** Between two events of a stream. */
  readonly eventsMs: number
  /** Between two looks for changes that are sent in the stream of all tasks. */
  readonly changesMs: number
  /** Between two comments that keep a stream open while there is no event. */
  readonly heartbeatMs: number
  /** Clients that listen to events at a time, in one process. */
  readonly maxListeners: number
  readonly bodyBytes: number
  /** Of arrays and objects in a body; what the routes take has four. */
  readonly bodyDepth: number
  readonly headerBytes: number
}

export const HTTP_LIMITS: HttpLimits = {
  headersMs: 10_000,
  requestMs: 30_000,
  handlerMs: 30_000,
  idleMs: 60_000,
  keepAliveMs: 65_000,
  checkEveryMs: 2_000,
  eventsMs: 1_000,
  changesMs: 5_000,
  heartbeatMs: 15_000,
  maxListeners: 5_000,
  bodyBytes: 64 * 1024,
  bodyDepth: 20,
  headerBytes: 16 * 1024,
}
