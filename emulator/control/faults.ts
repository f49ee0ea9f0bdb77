import type { Ask } from '../exchange.ts'
import type { ProviderName } from '../provider-names.ts'
import type { Place } from '../sky/weather.ts'
import type { Fault } from './schemas.ts'

interface ActiveFault {
  fault: Fault
  seen: number
  remaining: number
  endsAtMs: number
}

export interface FaultBook {
  set: (faults: Fault[]) => void
  add: (fault: Fault) => void
  list: () => Fault[]
  clear: () => void
  /** The faults this request meets, which uses them up. Pure delays add to any other fault. */
  strike: (provider: ProviderName, path: string, ask: Ask) => Fault[]
}

/** How long a fault lasts is real time: tests may hold the emulated clock still. */
const nowMs = (): number => performance.now()

const activate = (fault: Fault): ActiveFault => ({
  fault,
  seen: 0,
  remaining: fault.remaining ?? Infinity,
  endsAtMs: fault.seconds === undefined ? Infinity : nowMs() + fault.seconds * 1000,
})

export const isSameLatitude = (place: Place, latitude: number): boolean =>
  Math.abs(place.latitude - latitude) < 0.00005

function concerns(fault: Fault, provider: ProviderName, path: string, ask: Ask): boolean {
  const { placeLatitude } = fault
  if (fault.provider !== provider || !path.includes(fault.path ?? '')) return false
  if (placeLatitude === undefined) return true
  return ask.places.some((place) => isSameLatitude(place, placeLatitude))
}

/** A share of one third strikes every third request: spread evenly, and the same every time. */
function isTurn(active: ActiveFault): boolean {
  const share = active.fault.share ?? 1
  active.seen += 1
  return Math.floor(active.seen * share + 1e-9) > Math.floor((active.seen - 1) * share + 1e-9)
}

export function createFaultBook(): FaultBook {
  let faults: ActiveFault[] = []
  const dropSpent = (): void => {
    const now = nowMs()
    faults = faults.filter((active) => active.remaining > 0 && active.endsAtMs > now)
  }
  return {
    set: (list) => void (faults = list.map(activate)),
    add: (fault) => void faults.push(activate(fault)),
    list: () => {
      dropSpent()
      return faults.map(({ fault, remaining }) =>
        remaining === Infinity ? fault : { ...fault, remaining },
      )
    },
    clear: () => void (faults = []),
    strike: (provider, path, ask) => {
      if (faults.length === 0) return []
      dropSpent()
      const struck: Fault[] = []
      for (const active of faults) {
        const isTaken = struck.some(({ kind }) => kind !== 'delay')
        if (isTaken && active.fault.kind !== 'delay') continue
        if (!concerns(active.fault, provider, path, ask) || !isTurn(active)) continue
        active.remaining -= 1
        struck.push(active.fault)
      }
      return struck
    },
  }
}
