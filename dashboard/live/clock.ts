import { signal } from '@preact/signals'

let offsetMs = 0

/** The server's clock, which ages are counted by: whose page it is may be wrong about the time. */
export const nowMs = signal(Date.now())

export function setServerTime(serverTime: string): void {
  offsetMs = Date.parse(serverTime) - Date.now()
  nowMs.value = Date.now() + offsetMs
}

/** A moment of this machine's clock as the server's clock had it. */
export const asServerMs = (localMs: number): number => localMs + offsetMs

setInterval(() => {
  nowMs.value = Date.now() + offsetMs
}, 1000)
