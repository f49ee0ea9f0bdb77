import { expect, test } from 'vitest'
import { auditedFields, MOST_CHARACTERS } from './audited-fields.ts'

test('what was sent stands as it is, and nothing for an empty body', () => {
  const body = { priority: 3, is_active: null, limits: [{ window: 'day', limit: 900 }] }
  expect(auditedFields(body)).toBe(JSON.stringify(body))
  for (const empty of [undefined, null, {}, [], 'text', { city: undefined }]) {
    expect(auditedFields(empty)).toBe(null)
  }
})

const SECRET = 'q8Zr4TnB2xWm'

test.each([
  { api_key: SECRET },
  { token: [SECRET] },
  { deep: { webhook_secret: { value: SECRET } } },
  { Authorization: `Basic ${SECRET}` },
  { note: `used w247_${SECRET} for it` },
  { note: `whsec_${SECRET}=` },
  { note: `sent Bearer ${SECRET}` },
  { url: `https://hooks.example.org/T000/${SECRET}?x=1` },
  { url: `https://${SECRET}:${SECRET}@hooks.example.org` },
  { url: `https://a@${SECRET}@hooks.example.org/` },
  { url: `https:hooks.example.org/${SECRET}` },
  { url: `https:\\\\hooks.example.org\\${SECRET}` },
  { note: `w247_${'x'.repeat(960)} https://x:${SECRET}${SECRET}@hooks.example.org` },
  { note: `it goes to https://hooks.example.org/${SECRET} now` },
])('no secret is left of %j', (body) => {
  const text = auditedFields(body)
  expect(text).not.toContain(SECRET)
  expect(text).toContain('[secret]')
})

test('of an address its host stays, so that a reader knows the receiver', () => {
  expect(auditedFields({ name: 'on-call', url: 'https://hooks.example.org/T0/B0?x=1' })).toBe(
    '{"name":"on-call","url":"https://hooks.example.org/[secret]"}',
  )
  expect(auditedFields({ url: 'https://hooks.example.org' })).toBe(
    '{"url":"https://hooks.example.org"}',
  )
})

test('long values and long bodies are cut, between characters', () => {
  expect(auditedFields({ note: '🌧'.repeat(90) })).toMatch(/^\{"note":"🌧+…"\}$/u)
  const cities = Array.from({ length: 100 }, (_, index) => `City ${index}`)
  const text = auditedFields({ cities }) ?? ''
  expect(text.length).toBeLessThanOrEqual(MOST_CHARACTERS)
  expect(text).toMatch(/^\{"cities":\["City 0",.*…$/)
})

test('a value of a megabyte is no more work than a short one', () => {
  expect(auditedFields({ note: 'a'.repeat(1_000_000) })).toBe('{"note":"…"}')
  expect(auditedFields({ note: 'a b'.repeat(300_000) })).toMatch(/^\{"note":"a ba b.*…"\}$/)
})
