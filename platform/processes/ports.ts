import { createServer, type AddressInfo } from 'node:net'

export interface PortClaim {
  host: string
  port: number
  /** The variable a person would set to choose another port. */
  setting: string
}

export async function assertPortFree({ host, port, setting }: PortClaim): Promise<void> {
  try {
    await listenOnce(host, port)
  } catch (error) {
    throw new Error(explain({ host, port, setting }, error), { cause: error })
  }
}

/** A port that was free a moment ago; whoever needs it takes it at once. */
export function freePort(host = '127.0.0.1'): Promise<number> {
  return listenOnce(host, 0)
}

function listenOnce(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ host, port, exclusive: true }, () => {
      const { port: taken } = server.address() as AddressInfo
      server.close(() => {
        resolve(taken)
      })
    })
  })
}

function explain({ host, port, setting }: PortClaim, error: unknown): string {
  const place = `port ${port} on ${host}`
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE')
    return `${place} is in use; set ${setting} to another one (or stop what uses it)`
  if (code === 'EACCES')
    return `${place} may not be opened by this user; set ${setting} to a port above 1023`
  return `${place} cannot be opened (${message}); set ${setting} to another one`
}
