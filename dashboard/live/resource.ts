import { useEffect, useRef, useState } from 'preact/hooks'
import { ApiProblem } from '../api.ts'
import { asServerMs } from './clock.ts'
import { pulse } from './stream.ts'

/** What a part shows: its data, how old they are, and what went wrong since. */
export interface Resource<T> {
  readonly data: T | undefined
  /** When the data came, by the server's clock. */
  readonly atMs: number
  readonly problem: ApiProblem | undefined
  readonly again: () => void
}

interface State<T> {
  readonly key: string
  readonly data: T | undefined
  readonly atMs: number
  readonly problem: ApiProblem | undefined
}

type Asking = { isUnderWay: boolean; isMissed: boolean }

/** Asks when the key changes and whenever something may have changed; a failure leaves the last data. */
export function useResource<T>(key: string, load: () => Promise<T>): Resource<T> {
  const [state, setState] = useState<State<T>>(() => empty(key))
  const [asked, setAsked] = useState(0)
  const current = useRef(key)
  const asking = useRef<Asking>({ isUnderWay: false, isMissed: false })
  current.current = key
  const beat = pulse.value

  useEffect(() => {
    const mine = asking.current
    // What changed meanwhile is asked for once, after the answer that is on its way.
    if (mine.isUnderWay && state.key === key) {
      mine.isMissed = true
      return
    }
    mine.isUnderWay = true
    const done = (change: (before: State<T>) => State<T>) => {
      mine.isUnderWay = false
      if (current.current === key) {
        setState((before) => change(before.key === key ? before : empty(key)))
      }
      if (!mine.isMissed) return
      mine.isMissed = false
      setAsked((count) => count + 1)
    }
    load().then(
      (data) => {
        done(() => ({ key, data, atMs: asServerMs(Date.now()), problem: undefined }))
      },
      (error: unknown) => {
        done((before) => ({ ...before, problem: ApiProblem.from(error) }))
      },
    )
  }, [key, beat, asked])

  const again = () => {
    setAsked((count) => count + 1)
  }
  return state.key === key ? { ...state, again } : { ...empty<T>(key), again }
}

const empty = <T>(key: string): State<T> => ({ key, data: undefined, atMs: 0, problem: undefined })

/** A city of which nothing is stored yet is an answer, not a problem. */
export const orNothing = <T>(resource: Resource<T>): Resource<T | null> =>
  resource.problem?.kind === 'no-data-yet'
    ? { ...resource, problem: undefined, data: null }
    : resource
