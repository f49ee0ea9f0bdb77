import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emulatedAnswers, type SoundAnswer } from '../test/support/fuzz/emulated-answers.ts'
import {
  HEADER_MUTATIONS,
  MUTATIONS,
  mutantsOf,
  TEXT_MUTATIONS,
} from '../test/support/fuzz/mutations.ts'
import {
  outcomeOf,
  startProviderStub,
  verdictOf,
  type ProviderStub,
  type StubAnswer,
} from '../test/support/providers/provider-stub.ts'
import { createHttpClient } from './http-client.ts'
import { createProvider } from './index.ts'

const NOW = new Date('2026-06-01T12:07:00Z')
const STATUSES = [200, 304, 429, 503]

let stub: ProviderStub
let says: StubAnswer = {}
let sound: readonly SoundAnswer[] = []
const http = createHttpClient({ userAgent: 'weather247-tests/1', callTimeoutMs: 2_000 })

beforeAll(async () => {
  sound = await emulatedAnswers(NOW)
  stub = await startProviderStub(() => says)
})
afterAll(async () => {
  await http.close()
  await stub.close()
})

/** Rejects with whatever is no ProviderError. */
async function verdictOn(answer: StubAnswer, { provider, request }: SoundAnswer): Promise<string> {
  says = answer
  const { pathname, search } = new URL(request.url)
  const asked = { ...request, url: `${stub.baseUrl}${pathname}${search}` }
  const adapter = createProvider(provider, { http, baseUrl: stub.baseUrl, apiKey: 'key' })
  return verdictOf(await outcomeOf(adapter, asked, NOW))
}

describe('what a server may say around an answer', () => {
  it('has every field of every body spoilt in every way', () => {
    for (const { answer } of sound) {
      expect(mutantsOf(answer.body).length).toBeGreaterThan(MUTATIONS.length)
    }
  })

  it.each(Object.entries(HEADER_MUTATIONS))(
    '%s is never more than a failure',
    async (name, values) => {
      for (const one of sound) {
        for (const status of STATUSES) {
          for (const value of values) {
            const body = status === 200 ? one.answer.body : ''
            const verdict = await verdictOn({ status, body, headers: { [name]: value } }, one)
            expect(verdict).toMatch(/^(provider|place) |^reading$|^learned$/)
          }
        }
      }
    },
  )

  it.each(Object.entries(TEXT_MUTATIONS))(
    'a body %s is never more than a failure, or the answer it still is',
    async (_, spoil) => {
      for (const one of sound) {
        const body = spoil(JSON.stringify(one.answer.body))
        const isSound = String(body).replace('\ufeff', '') === JSON.stringify(one.answer.body)
        const verdict = await verdictOn({ status: 200, body }, one)
        expect(verdict).toMatch(isSound ? /^reading$|^learned$/ : /^(provider|place) /)
        for (const status of [400, 404, 503]) {
          // A station that has nothing leads to the next one.
          expect(await verdictOn({ status, body }, one)).toMatch(/^(provider|place) |^learned$/)
        }
      }
    },
  )
})
