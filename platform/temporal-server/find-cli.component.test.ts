import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { findCli, type FindCliOptions } from './find-cli.ts'

const GOOD = 'temporal version 1.5.1 (Server 1.29.1, UI 2.42.1)'
const OWN_BUILD = 'temporal version 0.0.0-DEV (Server 1.32.0, UI 2.54.1)'
const OLD = 'temporal version 1.1.0 (Server 1.25.0, UI 2.30.0)'

function fakeCli(file: string, says: string): string {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, `#!/bin/sh\necho '${says}'\n`)
  chmodSync(file, 0o755)
  return file
}

function machine() {
  const root = mkdtempSync(path.join(tmpdir(), 'find-cli-'))
  const cacheDir = path.join(root, 'cache')
  const bin = path.join(root, 'bin')
  const options: FindCliOptions = {
    setting: 'TEMPORAL_CLI_PATH',
    env: { PATH: bin },
    cacheDir,
    moduleDir: path.join(root, 'module'),
    onProgress: () => undefined,
    download: () => Promise.reject(new Error('no network')),
    build: () => Promise.reject(new Error('no Go')),
  }
  return { root, bin, cacheDir, options }
}

test('the configured path wins over everything else', async () => {
  const { root, bin, options } = machine()
  fakeCli(path.join(bin, 'temporal'), GOOD)
  const configuredPath = fakeCli(path.join(root, 'mine'), OWN_BUILD)
  expect(await findCli({ ...options, configuredPath })).toEqual({
    path: configuredPath,
    version: '0.0.0-DEV',
    serverVersion: '1.32.0',
    source: 'configured',
  })
})

test('a configured path that is wrong is an error, not a reason to look elsewhere', async () => {
  const { bin, options } = machine()
  fakeCli(path.join(bin, 'temporal'), GOOD)
  await expect(findCli({ ...options, configuredPath: '/nowhere/temporal' })).rejects.toThrow(
    'TEMPORAL_CLI_PATH names no usable Temporal CLI: /nowhere/temporal does not exist; ' +
      'correct the path, or unset it to let one be found',
  )
})

test('PATH comes before the cache', async () => {
  const { bin, cacheDir, options } = machine()
  const onPath = fakeCli(path.join(bin, 'temporal'), GOOD)
  fakeCli(path.join(cacheDir, 'temporal-1.5.1'), GOOD)
  expect(await findCli(options)).toMatchObject({ path: onPath, source: 'path' })
})

test('a CLI on PATH with an old server is passed over', async () => {
  const { bin, cacheDir, options } = machine()
  fakeCli(path.join(bin, 'temporal'), OLD)
  const built = fakeCli(path.join(cacheDir, 'temporal-1.5.1'), GOOD)
  expect(await findCli(options)).toMatchObject({ path: built, source: 'cache' })
})

test('what an earlier start downloaded is used again', async () => {
  const { cacheDir, options } = machine()
  const file = fakeCli(path.join(cacheDir, 'temporal-v1.5.1'), GOOD)
  expect(await findCli(options)).toMatchObject({ path: file, source: 'cache' })
})

test('a download comes before a build', async () => {
  const { root, options } = machine()
  const file = path.join(root, 'downloaded')
  const download = () => Promise.resolve(fakeCli(file, GOOD))
  expect(await findCli({ ...options, download })).toMatchObject({ path: file, source: 'download' })
})

test('a build comes last, also where the cache holds something broken', async () => {
  const { cacheDir, options } = machine()
  const file = fakeCli(path.join(cacheDir, 'temporal-1.5.1'), 'garbage')
  const build = () => Promise.resolve(fakeCli(file, GOOD))
  expect(await findCli({ ...options, build })).toMatchObject({ path: file, source: 'build' })
})

test('when every step fails, the error lists each with its cause and the remedy', async () => {
  const { bin, cacheDir, options } = machine()
  fakeCli(path.join(bin, 'temporal'), OLD)
  const error = await findCli(options).then(
    () => '',
    (reason: unknown) => (reason as Error).message,
  )
  expect(error.split('\n')).toEqual([
    'no Temporal CLI could be found or made:',
    '- TEMPORAL_CLI_PATH is not set',
    '  → set it to the path of a Temporal CLI, 1.5 or newer',
    `- temporal on PATH: ${bin}/temporal brings Temporal server 1.25.0, which is too old; 1.29 or newer is needed`,
    '  → install the Temporal CLI 1.5 or newer (https://docs.temporal.io/cli)',
    `- cache: ${cacheDir}/temporal-1.5.1 does not exist`,
    `- cache: ${cacheDir}/temporal-v1.5.1 does not exist`,
    '- download: no network',
    '  → allow HTTPS to temporal.download, through HTTPS_PROXY where there is a proxy',
    `- build with Go from ${options.moduleDir}: no Go`,
    '  → Go 1.25 or newer, a Go module proxy and 4 GB of disk are needed',
  ])
})
