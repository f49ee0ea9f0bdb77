import type { FastifyBaseLogger } from 'fastify'
import type { DashboardBody } from '../schemas/dashboard.ts'
import { lookAgain } from './look-again.ts'

/** What a page may have to ask for again. */
export const CHANGED = ['cities', 'schedules', 'providers', 'incidents', 'health'] as const

export type Changed = (typeof CHANGED)[number]

/** How everything stands, as far as a change of it is sent. */
export interface Look {
  readonly freshness: DashboardBody['freshness']
  /** Equal as long as nothing has changed. */
  readonly marks: Readonly<Record<Changed, string>>
}

export interface ChangesDeps {
  readonly look: () => Promise<Look>
  readonly log: FastifyBaseLogger
  readonly everyMs: number
}

/** Tells what has changed to all who listen; looks only while somebody does, once for all. */
export interface Changes {
  listen(listener: (chunk: Buffer) => void): () => void
}

export function createChanges({ look, log, everyMs }: ChangesDeps): Changes {
  const listeners = new Set<(chunk: Buffer) => void>()
  let looking = new AbortController()

  async function lookOn(signal: AbortSignal): Promise<void> {
    let before: Look | undefined
    const compare = async () => {
      const now = await look()
      for (const chunk of eventsBetween(before, now)) {
        for (const listener of listeners) listener(chunk)
      }
      before = now
    }
    const failing = 'what has changed cannot be seen'
    await lookAgain(compare, { signal, everyMs, log, failing })
  }

  return {
    listen(listener) {
      listeners.add(listener)
      if (listeners.size === 1) {
        looking = new AbortController()
        void lookOn(looking.signal)
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) looking.abort()
      }
    },
  }
}

/** Without an id, so that a client that comes again goes on after the last run's event. */
function eventsBetween(before: Look | undefined, now: Look): Buffer[] {
  if (!before) return []
  const changed = CHANGED.filter((what) => before.marks[what] !== now.marks[what])
  const isAged = agesOf(before) !== agesOf(now)
  return [
    ...changed.map((what) => event('changed', { what })),
    ...(isAged ? [event('freshness', now.freshness)] : []),
  ]
}

const agesOf = ({ freshness: { as_of: _, ...ages } }: Look): string => JSON.stringify(ages)

const event = (name: 'changed' | 'freshness', body: object): Buffer =>
  Buffer.from(`event: ${name}\ndata: ${JSON.stringify(body)}\n\n`)
