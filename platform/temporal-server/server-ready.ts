import { setTimeout as sleep } from 'node:timers/promises'
import { Connection, isGrpcServiceError } from '@temporalio/client'
import { prepareNamespace, type NamespaceOptions } from './namespace.ts'

export interface ServerReadyOptions extends NamespaceOptions {
  readonly address: string
  readonly timeoutMs: number
  readonly signal?: AbortSignal
}

const SERVICE = 'temporal.api.workflowservice.v1.WorkflowService'
/** The health service's enum value for SERVING. */
const SERVING = 1
const POLL_MS = 50
/** The default of a second and more would be longer than the whole start of the server. */
const RECONNECT = { 'grpc.initial_reconnect_backoff_ms': 50, 'grpc.max_reconnect_backoff_ms': 250 }

class NotServingError extends Error {}

/** Resolves when the server answers and its namespace is as we need it. */
export async function serverReady(options: ServerReadyOptions): Promise<void> {
  const connection = Connection.lazy({ address: options.address, channelArgs: RECONNECT })
  try {
    await retry(options, () => checkServing(connection))
    // A fresh file serves a moment before its namespace can be read everywhere.
    await retry(options, () => prepareNamespace(connection, options))
  } finally {
    await connection.close()
  }
}

async function checkServing(connection: Connection): Promise<void> {
  const { status } = await connection.withDeadline(Date.now() + 1_000, () =>
    connection.healthService.check({ service: SERVICE }),
  )
  if ((status as number) !== SERVING) throw new NotServingError(`health status ${status}`)
}

async function retry(options: ServerReadyOptions, work: () => Promise<void>): Promise<void> {
  const deadlineMs = Date.now() + options.timeoutMs
  for (;;) {
    options.signal?.throwIfAborted()
    try {
      await work()
      return
    } catch (error) {
      if (!isGrpcServiceError(error) && !(error instanceof NotServingError)) throw error
      if (Date.now() > deadlineMs) {
        throw new Error(`the Temporal server at ${options.address} is not ready: ${error}`, {
          cause: error,
        })
      }
    }
    await sleep(POLL_MS, undefined, options.signal === undefined ? {} : { signal: options.signal })
  }
}
