import { once } from 'node:events'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { ClientConnection, DATABASE_NAME } from './client-connection.ts'
import { lockDatabase, openDataDirectory, type OpenDirectory } from './data-directory.ts'
import { openEngine, type Engine, type EngineBrokenError } from './engine.ts'
import { Session } from './session.ts'

/** A transaction that waits this long for its own client, while others wait for it, is a bug. */
const IDLE_HOLD_MS = 30_000
const HOST = '127.0.0.1'

export interface EmbeddedDatabaseOptions extends OpenDirectory {
  /** In memory when absent. */
  readonly dataDir?: string
  /** Without `dataDir`: what it holds at first, as PGlite dumps it. */
  readonly files?: Blob | undefined
  /** 0: any free one. */
  readonly port?: number
  readonly idleHoldMs?: number
  /** The session is lost: nothing but a new start helps. */
  readonly onBroken?: (error: EngineBrokenError) => void
}

export interface EmbeddedDatabase {
  readonly url: string
  close(): Promise<void>
}

/**
 * PostgreSQL (PGlite) behind a TCP port of this machine, for any number of connections. They share
 * one session, so advisory locks, LISTEN, session SET and COPY FROM STDIN are not to be had.
 * Queries run on the calling thread: outside of tests, start it through `main.ts`.
 */
export async function startEmbeddedDatabase(
  options: EmbeddedDatabaseOptions = {},
): Promise<EmbeddedDatabase> {
  const { dataDir } = options
  const lock = dataDir === undefined ? undefined : await lockDatabase(dataDir)
  try {
    const engine = await (dataDir === undefined
      ? openEngine({ files: options.files })
      : openDataDirectory(dataDir, options))
    const gateway = await openGateway(engine, options)
    const close = async () => {
      await gateway.close()
      await lock?.release()
    }
    let closing: Promise<void> | undefined
    return { url: gateway.url, close: () => (closing ??= close()) }
  } catch (error) {
    await lock?.release()
    throw error
  }
}

async function openGateway(engine: Engine, options: EmbeddedDatabaseOptions) {
  const sockets = new Set<Socket>()
  const disconnectAll = () => {
    for (const socket of sockets) socket.destroy()
  }

  let isBroken = false
  const session = new Session(engine, {
    idleHoldMs: options.idleHoldMs ?? IDLE_HOLD_MS,
    onBroken(error) {
      isBroken = true
      server.close()
      disconnectAll()
      options.onBroken?.(error)
    },
  })

  let clients = 0
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    clients += 1
    new ClientConnection(socket, { clientId: clients, session, parameters: engine.parameters })
  })
  const port = await listen(server, options.port ?? 0)

  return {
    url: `postgres://postgres@${HOST}:${port}/${DATABASE_NAME}`,
    async close() {
      session.close()
      const closed = server.listening ? once(server, 'close') : undefined
      server.close()
      disconnectAll()
      await closed
      if (!isBroken) await engine.close()
    },
  }
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, HOST)
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}
