import { createServer, type AddressInfo } from 'node:net'
import { createServer as createHttpServer } from 'node:http'
import { describe, expect, it } from 'vitest'
import { isAnyReachable, startsAsDemo, type StartSituation } from './demo-decision.ts'

const FIRST_START: StartSituation = {
  isConfigured: false,
  hadLiveData: false,
  isAnyProviderReachable: () => Promise.resolve(false),
}

const failOnRequest = () => Promise.reject(new Error('no request is allowed'))

describe('startsAsDemo', () => {
  it('shows the demo on a first start without configuration and without internet', async () => {
    expect(await startsAsDemo(FIRST_START)).toBe(true)
  })

  it('goes live when any provider answers', async () => {
    const isAnyProviderReachable = () => Promise.resolve(true)
    expect(await startsAsDemo({ ...FIRST_START, isAnyProviderReachable })).toBe(false)
  })

  it('stays live, without a call, once configured or once there was live data', async () => {
    const quiet = { ...FIRST_START, isAnyProviderReachable: failOnRequest }
    expect(await startsAsDemo({ ...quiet, isConfigured: true })).toBe(false)
    expect(await startsAsDemo({ ...quiet, hadLiveData: true })).toBe(false)
  })
})

describe('isAnyReachable', () => {
  it('takes an error status for an answer', async () => {
    const server = createHttpServer((_, response) => void response.writeHead(503).end())
    const url = await listening(server)
    expect(await isAnyReachable(['http://127.0.0.1:1', url], 2_000)).toBe(true)
    server.close()
  })

  it('gives up on refusal and on silence', async () => {
    expect(await isAnyReachable(['http://127.0.0.1:1'], 2_000)).toBe(false)
    const silent = createServer(() => undefined)
    const url = await listening(silent)
    expect(await isAnyReachable([url], 50)).toBe(false)
    silent.close()
  })
})

function listening(server: ReturnType<typeof createServer>): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    })
  })
}
