import type { EmulatedCall } from '../exchange.ts'
import type { ProviderName } from '../provider-names.ts'
import type { Coordinates } from '../sky/weather.ts'
import type { Fault } from './schemas.ts'

/** A fault that a request meets, and how many it has struck before: seeds go on from there. */
export interface Strike {
  readonly fault: Fault
  readonly turn: number
}

type ActiveFault = {
  readonly fault: Fault
  seen: number
  struck: number
  remaining: number
  readonly endsAtMs: number
}

export interface FaultBook {
  readonly set: (faults: Fault[]) => void
  readonly add: (fault: Fault) => void
  readonly list: () => Fault[]
  readonly clear: () => void
  /** The faults this request meets, which uses them up. Pure delays add to any other fault. */
  readonly strike: (provider: ProviderName, path: string, call: EmulatedCall) => Strike[]
}

/** How long a fault lasts is real time: tests may hold the emulated clock still. */
const nowMs = (): number => performance.now()

const activate = (fault: Fault): ActiveFault => ({
  fault,
  seen: 0,
  struck: 0,
  remaining: fault.remaining ?? Infinity,
  endsAtMs: fault.seconds === undefined ? Infinity : nowMs() + fault.seconds * 1000,
})

const isSameLatitude = (place: Coordinates, latitude: number): boolean =>
  Math.abs(place.latitude - latitude) < 0.00005

const latitudesOf = ({ placeLatitude, placeLatitudes = [] }: Fault): number[] =>
  placeLatitude === undefined ? placeLatitudes : [placeLatitude, ...placeLatitudes]

/** Whether the fault names places at all. */
export const hasPlaces = (fault: Fault): boolean => latitudesOf(fault).length > 0

/** A fault that names no place concerns each. */
export const concernsPlace = (fault: Fault, place: Coordinates | undefined): boolean =>
  !hasPlaces(fault) ||
  (place !== undefined && latitudesOf(fault).some((latitude) => isSameLatitude(place, latitude)))

const concerns = (
  fault: Fault,
  provider: ProviderName,
  path: string,
  call: EmulatedCall,
): boolean =>
  fault.provider === provider &&
  path.includes(fault.path ?? '') &&
  (!hasPlaces(fault) || call.places.some((place) => concernsPlace(fault, place)))

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
    strike: (provider, path, call) => {
      if (faults.length === 0) return []
      dropSpent()
      const strikes: Strike[] = []
      for (const active of faults) {
        const isTaken = strikes.some(({ fault }) => fault.kind !== 'delay')
        if (isTaken && active.fault.kind !== 'delay') continue
        if (!concerns(active.fault, provider, path, call) || !isTurn(active)) continue
        active.remaining -= 1
        active.struck += 1
        strikes.push({ fault: active.fault, turn: active.struck })
      }
      return strikes
    },
  }
}
