import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createBooks, createControl, type EmulatorControl } from './control/control.ts'
import type { Answer } from './exchange.ts'
import { forEachProvider, type ProviderName } from './provider-names.ts'
import type { SceneName } from './scenes.ts'
import { createListener } from './server.ts'

export type { EmulatorControl } from './control/control.ts'
export type { Fault, Limit } from './control/schemas.ts'
export type { BusiestWindow, ProviderStats } from './control/stats.ts'
export type { ProviderName } from './provider-names.ts'

export interface EmulatorOptions {
  /** 0 takes a free one. */
  readonly port?: number
  readonly host?: string
  readonly seed?: number
  readonly now?: () => Date
  readonly scene?: SceneName | undefined
  /** Added to every answer of every provider. */
  readonly latencyMs?: number
  /** `now` never moves, so what was said once is said again without working it out. */
  readonly isClockStill?: boolean
}

export interface Emulator {
  readonly url: string
  readonly port: number
  /** What `<PROVIDER>_BASE_URL` has to be for each provider. */
  readonly baseUrls: Record<ProviderName, string>
  readonly control: EmulatorControl
  readonly close: () => Promise<void>
}

/** Longer than clients keep an idle connection, so that they never meet a closing one. */
const KEEP_ALIVE_MS = 120_000

export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { port = 0, host = '127.0.0.1', seed = 247, latencyMs = 0 } = options
  const now = options.now ?? (() => new Date())
  const said = options.isClockStill === true ? new Map<string, Answer>() : undefined
  const books = createBooks(options.scene)
  let url = ''
  const listener = createListener({ books, seed, latencyMs, now, url: () => url, said })
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, listener)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address() as AddressInfo
  url = `http://${host}:${address.port}`
  return {
    url,
    port: address.port,
    baseUrls: forEachProvider((provider) => `${url}/${provider}`),
    control: createControl(books),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
