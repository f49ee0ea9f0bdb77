import { effect, signal } from '@preact/signals'
import { includesRole, type Role } from '../../domain/access/role.ts'
import { answerOf, api, ApiProblem, isTokenAsked, type Answer } from '../api.ts'
import { setServerTime } from './clock.ts'
import { listen } from './stream.ts'

type Session = Answer<'/api/weather/session'>

/** Null until it is known. */
export const session = signal<Session | null>(null)
export const sessionProblem = signal<ApiProblem | null>(null)

const AGAIN_MS = 3_000

export const isDemo = (): boolean => session.value?.mode === 'demo'

/** Why the caller may not do what needs the role; null where it may. */
export function whyNot(needed: Role): string | null {
  const caller = session.value?.caller
  if (caller && includesRole(caller.role, needed)) return null
  return `This needs the role ${needed}; ${caller ? `yours is ${caller.role}` : 'you are not signed in'}.`
}

/** A token can be revoked, or expire, while its page is open; the address stays to come back to. */
effect(() => {
  const known = session.peek()
  if (isTokenAsked.value && known) session.value = { ...known, caller: null }
})

let isListening = false

function enter(found: Session): void {
  session.value = found
  sessionProblem.value = null
  setServerTime(found.server_time)
  if (found.caller === null || isListening) return
  isListening = true
  listen()
}

export async function findSession(): Promise<void> {
  try {
    enter(await answerOf(api.GET('/api/weather/session')))
  } catch (error) {
    sessionProblem.value = ApiProblem.from(error)
    setTimeout(() => void findSession(), AGAIN_MS)
  }
}

/** The token goes into a cookie that no script reads; nothing here keeps it. */
export async function signIn(token: string): Promise<void> {
  enter(
    await answerOf(
      api.POST('/api/weather/session', { headers: { authorization: `Bearer ${token}` } }),
    ),
  )
}

export async function signOut(): Promise<void> {
  await answerOf(api.DELETE('/api/weather/session'))
  location.assign('/')
}
