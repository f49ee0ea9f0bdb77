import { expect, it, test } from 'vitest'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { PROBLEM_KINDS, problemFacts } from '../problem-kinds.ts'

const api = withTestApi()

it.each(PROBLEM_KINDS)(
  '%s has a page that anyone can read, without style or script',
  async (kind) => {
    const { statusCode, headers, body } = await api.app.inject(`/problems/${kind}`)
    expect(statusCode).toBe(200)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(body).toContain(`<h1>${problemFacts(kind).title}</h1>`)
    expect(body).not.toMatch(/<style|<script|style=|`/)
  },
)

test('a refusal links to the page of its kind, and keeps its type', async () => {
  const refused = await api.app.inject('/nowhere')
  expect(refused.json()).toMatchObject({
    type: 'urn:weather247:problem:not-found',
    kind: 'not-found',
  })
  expect(refused.headers['link']).toBe('</problems/not-found>; rel="help"')
  expect((await api.app.inject('/problems/not-found')).statusCode).toBe(200)
})

test('a kind that there is not is not found', async () => {
  const answer = await api.app.inject('/problems/%3Cscript%3E')
  expect(answer.json()).toMatchObject({ status: 404, kind: 'not-found' })
  expect(answer.body).not.toContain('<script>')
})
