import { freePort } from '../free-port.ts'

const PLACES_TRIED = 5

export interface FreePlace {
  readonly address: string
  readonly port: number
  readonly uiPort: number
}

/** Starts a server on ports that are free; another place is tried as a free port can be taken before it listens. */
export async function startAtFreePlace<Started>(
  start: (place: FreePlace) => Promise<Started>,
): Promise<Started> {
  for (let tried = 1; ; tried += 1) {
    const [port, uiPort] = [await freePort(), await freePort()]
    try {
      return await start({ address: `127.0.0.1:${port}`, port, uiPort })
    } catch (error) {
      if (tried === PLACES_TRIED) throw error
    }
  }
}
