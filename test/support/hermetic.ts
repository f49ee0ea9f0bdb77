// Loaded before every unit test file: a test that opens a socket, a process or a database fails.
import childProcess, { ChildProcess } from 'node:child_process'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import { afterEach, expect } from 'vitest'

type Instantiate = (module: object, imports: object) => Promise<unknown>

/** Recorded as well as refused, since the code under test may survive the error. */
export const opened: string[] = []

function refuse(what: string): never {
  opened.push(what)
  throw new Error(`${what}: what opens one is a component test, *.component.test.ts`)
}

Object.assign(net.Server.prototype, { listen: () => refuse('a server') })
Object.assign(net.Socket.prototype, { connect: () => refuse('a connection') })
Object.assign(ChildProcess.prototype, { spawn: () => refuse('a process') })
for (const name of ['spawnSync', 'execSync', 'execFileSync'] as const) {
  Object.assign(childProcess, { [name]: () => refuse('a process') })
}
syncBuiltinESMExports()

// An embedded database is a WebAssembly module with a system interface. It never comes: its loader
// does not take a failure.
const wasm = (globalThis as unknown as { WebAssembly: { instantiate: Instantiate } }).WebAssembly
const { instantiate } = wasm
Object.assign(wasm, {
  instantiate: (module: object, imports: object = {}) => {
    if (!('wasi_snapshot_preview1' in imports)) return instantiate(module, imports)
    opened.push('a database')
    return new Promise(() => undefined)
  },
})

afterEach(() => {
  expect(opened.splice(0), 'a unit test opens nothing').toEqual([])
})
