import { createServer, type AddressInfo } from 'node:net'

export interface PortClaim {
  readonly host: string
  readonly port: number
  /** The variable a person would set to choose another port. */
  readonly setting: string
}

export async function assertPortFree(claim: PortClaim): Promise<void> {
  try {
    await listenOnce(claim.host, claim.port)
  } catch (error) {
    throw new Error(listenFaultText(claim, error), { cause: error })
  }
}

/** A port that was free a moment ago; another process may take it before it is used. */
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

export function listenFaultText({ host, port, setting }: PortClaim, error: unknown): string {
  const place = `port ${port} on ${host}`
  const { code, message } = error as NodeJS.ErrnoException
  switch (code) {
    case 'EADDRINUSE':
      return `${place} is in use; set ${setting} to another one (or stop what uses it)`
    case 'EACCES':
      return `${place} may not be opened by this user; set ${setting} to a port above 1023`
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
      return `${place} cannot be opened: this machine has no such address; set HOST to one it has`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${place} cannot be opened: no such name is known; set HOST to an address of this machine`
    default:
      return `${place} cannot be opened (${message}); set ${setting} to another one`
  }
}
