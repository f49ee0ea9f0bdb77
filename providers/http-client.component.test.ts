import { deflateSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it, test } from 'vitest'
import { ProviderError } from '../domain/provider/provider-error.ts'
import { startProviderStub, type StubAnswer } from '../test/support/providers/provider-stub.ts'
import type { JsonCall } from './http/call.ts'
import { createHttpClient, type HttpClient } from './http-client.ts'

const KEY = 'pl4nted+k3y/&"é'
const ENCODED_KEY = new URLSearchParams({ appid: KEY }).toString().slice('appid='.length)
const MAX_BODY_BYTES = 100_000

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()))
})

async function openStub(answerTo: (url: string) => StubAnswer) {
  const stub = await startProviderStub(answerTo)
  opened.push(stub)
  return stub
}

function openClient(): HttpClient {
  const http = createHttpClient({
    userAgent: 'weather247-tests/1',
    callTimeoutMs: 5_000,
    maxBodyBytes: MAX_BODY_BYTES,
  })
  opened.push(http)
  return http
}

async function ask(answer: StubAnswer, call: Partial<JsonCall> = {}) {
  const stub = await openStub(() => answer)
  const signal = new AbortController().signal
  return openClient().getJson({ url: `${stub.baseUrl}/weather?q=1`, signal, ...call })
}

async function failureOf(work: Promise<unknown>): Promise<ProviderError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (error instanceof ProviderError) return error
  throw new Error('it did not fail as a ProviderError', { cause: error })
}

const GZIP = gzipSync('{"a":1}')
const encoding = (name: string) => ({ 'content-encoding': name })

describe('a body', () => {
  it.each([
    ['as it is', { body: '{"a":1}' }],
    ['with a byte order mark', { body: '\uFEFF{"a":1}' }],
    ['packed', { body: GZIP, headers: encoding('gzip') }],
    ['packed, in capitals', { body: GZIP, headers: encoding('GZIP') }],
    ['packed, by its old name', { body: GZIP, headers: encoding('x-gzip') }],
    ['not packed, and said so', { body: '{"a":1}', headers: encoding('identity') }],
    ['with a name twice', { body: '{"a":2,"a":1}' }],
  ])('is read %s', async (_, answer: StubAnswer) => {
    expect((await ask(answer)).body).toEqual({ a: 1 })
  })

  it('reaches no prototype', async () => {
    const { body } = await ask({
      body: '{"__proto__":{"a":1},"constructor":{"prototype":{"a":1}}}',
    })
    expect(Object.getPrototypeOf(body)).toBe(Object.prototype)
    expect(({} as { a?: number }).a).toBeUndefined()
  })

  it.each<[string, StubAnswer, string]>([
    ['gzip that does not say so', { body: GZIP }, 'bytes that are not UTF-8'],
    ['no gzip', { body: '{"a":1}', headers: encoding('gzip') }, 'gzip that cannot be unpacked'],
    [
      'half of its gzip',
      { body: GZIP.subarray(0, 12), headers: encoding('gzip') },
      'gzip that cannot be unpacked',
    ],
    [
      'another encoding',
      { body: deflateSync('{}'), headers: encoding('deflate') },
      'an encoding that was not requested (deflate)',
    ],
    ['Latin-1', { body: Buffer.from('{"a":"Zürich"}', 'latin1') }, 'bytes that are not UTF-8'],
    ['UTF-16', { body: Buffer.from('\uFEFF{"a":1}', 'utf16le') }, 'bytes that are not UTF-8'],
    ['too much', { body: `"${'x'.repeat(MAX_BODY_BYTES)}"` }, 'more than 100000 bytes'],
    [
      'too much, packed small',
      { body: gzipSync(`"${'x'.repeat(MAX_BODY_BYTES)}"`), headers: encoding('gzip') },
      'more than 100000 bytes',
    ],
    ['less than a page', { body: '<3' }, 'no JSON: <3'],
    ['a page that colours', { body: '\u001b[31m<html>' }, 'no JSON: \uFFFD[31m<html>'],
    ['nothing', { status: 200, body: '' }, 'no JSON: '],
    ['NaN', { body: '{"a":NaN}' }, 'no JSON: {"a":NaN}'],
  ])('that holds %s is not JSON', async (_, answer, flaw) => {
    const { kind, message, cause } = await failureOf(ask(answer))
    expect(kind).toBe('not-json')
    expect(message).toMatch(/^127\.0\.0\.1:\d+ sent 200 with /)
    expect(`${message} `).toContain(flaw)
    expect(cause).toBeUndefined()
  })

  it.each<[string, StubAnswer, string]>([
    ['a page', { body: '<html><h1>Bad gateway</h1>' }, 'a page: <html><h1>Bad gateway</h1>'],
    ['a page with its type', { body: '<!DOCTYPE html>\n<p>Back soon' }, 'a page: <!DOCTYPE html>'],
    ['a page after blank lines', { body: '\r\n <HTML>' }, 'a page: '],
    ['a page with a NUL', { body: '<html>\u0000' }, 'a page: <html>\uFFFD'],
    ['an error in XML', { body: '<?xml version="1.0"?><Error>' }, 'a page: <?xml'],
    ['a packed page', { body: gzipSync('<html>'), headers: encoding('gzip') }, 'a page: <html>'],
  ])('that is %s says that the API is unavailable', async (_, answer, said) => {
    const { kind, message, status } = await failureOf(ask(answer))
    expect([kind, status]).toEqual(['unavailable', 200])
    expect(message).toContain(said)
  })

  it('is quoted short, and between characters', async () => {
    const { message } = await failureOf(ask({ body: `x${'😀'.repeat(20_000)}` }))
    expect(message).toMatch(/no JSON: x(😀)+…$/u)
    expect(message.length).toBeLessThan(200)
  })

  it('that is garbled leaves an error answer what its status says', async () => {
    const answers: StubAnswer[] = [
      { status: 503, body: Buffer.from([0xff, 0, 0x1f]) },
      { status: 503, body: 'x', headers: encoding('gzip') },
      { status: 503, body: 'x', headers: encoding('br') },
      { status: 503, body: 'x'.repeat(MAX_BODY_BYTES + 1) },
    ]
    for (const answer of answers) expect((await failureOf(ask(answer))).kind).toBe('unavailable')
  })
})

describe('a header', () => {
  it('is left out when it could not be sent back', async () => {
    const headers = {
      good: 'Fri, 27 Nov 2026',
      latin: 'Zürich',
      long: 'x'.repeat(1_001),
      tab: 'a\tb',
    }
    const answer = await ask({ body: {}, headers })
    expect(answer.headers).toMatchObject({ good: headers.good, tab: 'a\tb' })
    expect(Object.keys(answer.headers)).not.toContain('latin')
    expect(Object.keys(answer.headers)).not.toContain('long')
  })

  it.each([429, 503])('Retry-After is heard on %d, also by an adapter', async (status) => {
    const answer = { status, body: {}, headers: { 'retry-after': '3600' } }
    const kind = status === 429 ? 'rate-limited' : 'unavailable'
    const own = (retryAfterMs?: number) => () =>
      new ProviderError(kind, 'said', {
        status,
        ...(retryAfterMs !== undefined && { retryAfterMs }),
      })
    for (const interpretError of [undefined, own(), own(5_000)]) {
      const call = interpretError ? { interpretError } : {}
      expect(await failureOf(ask(answer, call))).toMatchObject({
        kind,
        status,
        retryAfterMs: 3_600_000,
      })
    }
    const longer = await failureOf(ask(answer, { interpretError: own(7_200_000) }))
    expect(longer.retryAfterMs).toBe(7_200_000)
  })

  it.each(['-1', '1.5', '1e3', '', '2026-11-27T08:00:10Z', '9'.repeat(40)])(
    'Retry-After %j is as good as absent',
    async (value) => {
      const answer = { status: 429, body: {}, headers: { 'retry-after': value } }
      expect((await failureOf(ask(answer))).retryAfterMs).toBeUndefined()
    },
  )

  it('Retry-After means nothing where no wait can help', async () => {
    const answer = { status: 404, body: {}, headers: { 'retry-after': '3600' } }
    expect((await failureOf(ask(answer))).retryAfterMs).toBeUndefined()
  })
})

describe('a key', () => {
  const secretQuery = { appid: KEY }
  const url = `/weather?q=1&appid=${ENCODED_KEY}`
  const html = KEY.replace('&', '&amp;').replace('"', '&quot;')
  const isClean = (text: string) => {
    expect(text).not.toMatch(/pl4nted/i)
    expect(text).not.toContain('k3y')
  }

  it.each([400, 401, 403, 404, 429, 500, 503])(
    'echoed with %d is seen by no adapter',
    async (status) => {
      const body = `<p>${url} ${url.toLowerCase()} ${html} ${JSON.stringify(KEY)}</p>`
      let seen = ''
      const error = await failureOf(
        ask(
          { status, body },
          {
            secretQuery,
            interpretError: (_, text) => {
              seen = text
              return new ProviderError('rejected', text, { status })
            },
          },
        ),
      )
      expect(seen).toContain('[secret]')
      isClean(seen)
      isClean(JSON.stringify([error, error.message, error.stack]))
      isClean((await failureOf(ask({ status, body }, { secretQuery }))).message)
    },
  )

  it('echoed in a page, a field or a header goes no further', async () => {
    isClean((await failureOf(ask({ body: `<html>${url}` }, { secretQuery }))).message)
    const headers = { link: url, 'last-modified': ENCODED_KEY, etag: '"1"' }
    const whole = { location: { name: KEY, url, [KEY]: 1 } }
    const answer = await ask({ body: whole, headers: { ...headers, link: url } }, { secretQuery })
    isClean(JSON.stringify(answer))
    expect(answer.headers['etag']).toBe('"1"')
    expect(answer.body).toMatchObject({ location: { name: '[secret]' } })
  })

  it('echoed in JSON without a plain letter is found', async () => {
    const escapes = Array.from(
      url,
      (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    const body = `{"name":"${escapes.join('')}","path":"C:\\\\u0041\\u0022\\u005c"}`
    const answer = await ask({ body }, { secretQuery })
    expect(answer.body).toEqual({
      name: '/weather?q=1&appid=[secret]',
      path: 'C:\\u0041"\\',
    })
  })

  it('cut short by the server is hidden by its name', async () => {
    const cut = `no route for ${url.slice(0, 24)} &amp;appid=pl4nt`
    isClean((await failureOf(ask({ body: cut }, { secretQuery }))).message)
  })

  it('is in no message and no cause of a failed connection', async () => {
    const dead = await openStub(() => ({ fault: 'cut' }))
    const signal = new AbortController().signal
    const call = { url: `${dead.baseUrl}/x`, secretQuery, signal }
    const error = await failureOf(openClient().getJson(call))
    expect(error.kind).toBe('network')
    isClean(JSON.stringify([error.message, error.stack, String((error.cause as Error).stack)]))
    expect(Object.keys(error.cause as Error)).toEqual(['code'])
  })
})

describe('a redirect', () => {
  const secretQuery = { appid: KEY }
  const signal = new AbortController().signal

  it.each([
    [301, 'rejected'],
    [302, 'unavailable'],
    [307, 'unavailable'],
    [308, 'rejected'],
  ])('of %d to another server takes no key there', async (status, kind) => {
    const other = await openStub(() => ({ body: { a: 1 } }))
    const stub = await openStub((url) => ({
      status,
      headers: { location: `${other.baseUrl}${url}` },
      body: '',
    }))
    const call = { url: `${stub.baseUrl}/x`, signal }
    const error = await failureOf(openClient().getJson({ ...call, secretQuery }))
    expect(error.kind).toBe(kind)
    expect(error.message).toContain('where our key is not sent')
    expect(other.seen).toEqual([])
    expect((await openClient().getJson(call)).body).toEqual({ a: 1 })
  })

  it('to an address that spells the key out is refused without a word of it', async () => {
    const stub = await openStub(() => ({
      status: 302,
      headers: { location: 'http://pl4ntedk3y.test/' },
      body: '',
    }))
    const call = { url: `${stub.baseUrl}/x`, signal, secretQuery: { key: 'pl4ntedk3y' } }
    expect((await failureOf(openClient().getJson(call))).message).not.toContain('pl4nted')
  })

  it('within the server is followed, but not for ever', async () => {
    const stub = await openStub((url) =>
      url.startsWith('/old')
        ? { status: 302, headers: { location: '/new?appid=1' }, body: 'moved' }
        : url.startsWith('/loop')
          ? { status: 302, headers: { location: url }, body: 'again' }
          : { body: { a: 1 } },
    )
    const http = openClient()
    const answer = await http.getJson({ url: `${stub.baseUrl}/old`, signal, secretQuery })
    expect(answer.body).toEqual({ a: 1 })
    const loop = await failureOf(http.getJson({ url: `${stub.baseUrl}/loop`, signal }))
    expect(loop).toMatchObject({ kind: 'rejected', status: 302 })
    expect(stub.seen.filter(({ url }) => url.startsWith('/loop'))).toHaveLength(4)
  })

  it.each(['file:///etc/passwd', 'http://', 'javascript:1', 'ftp://x.test/'])(
    'to %s is none',
    async (location) => {
      const error = await failureOf(ask({ status: 302, headers: { location }, body: '' }))
      expect(error).toMatchObject({ kind: 'rejected', status: 302 })
    },
  )
})

test('a cancelled call is thrown as its reason, since it says nothing of the provider', async () => {
  const reason = new Error('enough')
  await expect(ask({ body: {} }, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
})

describe('a 304', () => {
  const Expires = 'Sun, 22 Nov 2026 13:00:00 GMT'

  it.each([
    { 'if-modified-since': Expires },
    { 'If-Modified-Since': Expires },
    { 'if-none-match': '"a"' },
  ])('confirms what is stored to who asked with %j', async (headers) => {
    expect(await ask({ status: 304 }, { headers })).toMatchObject({ status: 304, body: undefined })
  })

  it.each([{}, { accept: 'application/geo+json' }, { 'x-if-modified-since': Expires }])(
    'is a failure to who asked with %j alone',
    async (headers) => {
      const error = await failureOf(ask({ status: 304, headers: { Expires } }, { headers }))
      expect(error).toMatchObject({ kind: 'not-json', status: 304 })
    },
  )
})
