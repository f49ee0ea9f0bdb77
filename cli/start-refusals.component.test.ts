import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { runCli } from '../test/support/processes/run-cli.ts'

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url))

const host = fork(here('../test/support/processes/command-host.ts'), {
  execArgv: ['--import', 'tsx'],
})
const folder = mkdtempSync(path.join(tmpdir(), 'weather247-refusals-'))
afterAll(() => {
  host.kill()
  rmSync(folder, { recursive: true, force: true })
})

/** Services that are never reached: what is refused here is refused before. */
const SERVICES = {
  TEMPORAL_ADDRESS: '127.0.0.1:1',
  DATABASE_URL: 'postgres://user@127.0.0.1:1/x',
}

interface Finished {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

const variablesOf = (variables: Record<string, string>): Record<string, string> => {
  const { PATH = '', HOME = '' } = process.env
  return { PATH, HOME, WEATHER247_DATA_DIR: path.join(folder, 'data'), ...variables }
}

/** In one process for all, since loading the program is most of a run. */
async function run(args: readonly string[], variables: Record<string, string>): Promise<Finished> {
  host.send({ args, variables: variablesOf(variables) })
  const [finished] = (await once(host, 'message')) as [Finished]
  return finished
}

describe('a start that cannot be', () => {
  it.each([
    [['api'], SERVICES],
    [['up'], SERVICES],
    [['demo'], {}],
  ])('%s says which port is taken, and ends with 3', async (args, services) => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const { code, stderr } = await run(args, { ...services, PORT: String(port) })
    server.close()
    expect(stderr).toContain(
      `port ${port} on 127.0.0.1 is in use; set PORT to another one (or stop what uses it)`,
    )
    expect({ code, raw: stderr.includes('EADDRINUSE') }).toEqual({ code: 3, raw: false })
  })

  it.each([
    ['up', '0.0.0.0'],
    ['up', '::'],
    ['demo', '0.0.0.0'],
  ])(
    '%s on HOST=%s without tokens starts nothing, names the way out, and ends with 3',
    async (command, HOST) => {
      const dataDir = mkdtempSync(path.join(folder, 'refused-'))
      rmSync(dataDir, { recursive: true })
      const { code, stdout, stderr } = await run([command], {
        HOST,
        WEATHER247_DATA_DIR: dataDir,
      })
      expect(stderr).toMatch(
        /A setting is wrong:\n {2}HOST must be .*tokens create.*ssh -L.*UNPROTECTED_API/,
      )
      expect(code).toBe(3)
      expect(stdout).not.toContain('✓')
      expect([existsSync(dataDir), existsSync(`${dataDir}-demo`)]).toEqual([false, false])
    },
  )

  it('warns once of a mistyped variable, and refuses one with the prefix WEATHER247_', async () => {
    const slip = { HOST: '0.0.0.0', OPENWEATHER_API_KEY: 'k', OPENAI_API_KEY: 'k' }
    const { code, err } = await runCli(['up'], variablesOf(slip))
    expect(code).toBe(3)
    expect(err.match(/OPENWEATHER_API_KEY .*/g)).toEqual([
      'OPENWEATHER_API_KEY is not a setting; did you mean OPENWEATHERMAP_API_KEY?',
    ])
    expect(err).not.toContain('OPENAI')
    const refused = await run(['up'], { ...SERVICES, WEATHER247_KEEP_DAY: '3' })
    expect(refused).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('did you mean WEATHER247_KEEP_DAYS?') as string,
    })
  })
})
