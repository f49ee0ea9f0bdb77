import { setTimeout as sleep } from 'node:timers/promises'

export interface Seen {
  readonly now: Date
  /** Since when there was no answer; what is shown is of then. */
  readonly awaySince: Date | null
}

export interface Following<Snapshot> {
  readonly first: Snapshot
  readonly ask: () => Promise<Snapshot>
  readonly show: (snapshot: Snapshot, seen: Seen) => void
  readonly everyMs: number
  readonly signal: AbortSignal
}

/** Shows, and asks again, until it is aborted; what was seen last stays while there is no answer. */
export async function follow<Snapshot>({
  first,
  ask,
  show,
  everyMs,
  signal,
}: Following<Snapshot>): Promise<void> {
  let snapshot = first
  let awaySince: Date | null = null
  for (;;) {
    show(snapshot, { now: new Date(), awaySince })
    if (!(await slept(everyMs, signal))) return
    try {
      snapshot = await ask()
      awaySince = null
    } catch {
      awaySince ??= new Date()
    }
  }
}

const slept = (ms: number, signal: AbortSignal): Promise<boolean> =>
  sleep(ms, true, { signal }).catch(() => false)
