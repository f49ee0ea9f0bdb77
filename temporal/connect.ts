import { Client, Connection, type ConnectionOptions } from '@temporalio/client'
import { callInterceptors } from './closed-channel.ts'

export interface TemporalTarget {
  /** Address, TLS, API key and headers, as `@temporalio/envconfig` reads them. */
  readonly connection: ConnectionOptions
  readonly namespace: string
}

export interface TemporalConnection {
  readonly client: Client
  readonly connection: Connection
  close(): Promise<void>
}

/** Does not wait for the server: a process that starts before it is served as soon as it is up. */
export function connectTemporal({ connection: options, namespace }: TemporalTarget) {
  const connection = Connection.lazy({ ...options, interceptors: callInterceptors() })
  const client = new Client({ connection, namespace })
  return { client, connection, close: () => connection.close() } satisfies TemporalConnection
}

/** Without a deadline a call to a server that is away is retried for a long time. */
export const withinMs = <T>(client: Client, timeoutMs: number, call: () => Promise<T>) =>
  client.connection.withDeadline(Date.now() + timeoutMs, call)
