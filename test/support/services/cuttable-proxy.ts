import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

export interface CuttableProxy {
  readonly port: number
  /** From outside as if the server had died: connections break, and none is taken. */
  cut(): Promise<void>
  mend(): Promise<void>
  close(): Promise<void>
}

/** Stands between a test and a server that other tests need too. */
export async function startCuttableProxy(target: {
  host: string
  port: number
}): Promise<CuttableProxy> {
  const open = new Set<Socket>()

  async function listen(port: number): Promise<Server> {
    const server = createServer((near) => {
      const far = connect(target)
      for (const socket of [near, far]) {
        open.add(socket)
        // A cut connection is what this is for.
        socket
          .on('error', () => undefined)
          .on('close', () => {
            open.delete(socket)
            near.destroy()
            far.destroy()
          })
      }
      near.pipe(far).pipe(near)
    })
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return server
  }

  let server = await listen(0)
  const { port } = server.address() as AddressInfo

  async function cut(): Promise<void> {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    for (const socket of open) socket.destroy()
    await closed
  }

  return {
    port,
    cut,
    async mend() {
      server = await listen(port)
    },
    close: cut,
  }
}
