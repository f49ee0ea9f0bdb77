import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { tryLock } from '../processes/process-lock.ts'
import { buildCli, type BuildOptions } from './build-cli.ts'

interface FakeGo {
  version?: string
  toolchain?: string
  build?: string
}

/** Writes the last-but-one argument after -o, as `go build … -o FILE PACKAGE` does. */
const BUILDS = `
echo "go: downloading github.com/temporalio/cli v1.5.1" >&2
while [ "$1" != "-o" ]; do shift; done
printf '#!/bin/sh\\necho "temporal version 1.5.1 (Server 1.29.1, UI 2.42.1)"\\n' > "$2"
chmod +x "$2"
echo built >> "$(dirname "$2")/builds.txt"`

function machine({ version = 'go1.26.8', toolchain = 'local', build = BUILDS }: FakeGo = {}) {
  const root = mkdtempSync(path.join(tmpdir(), 'build-cli-'))
  const [bin, cacheDir, moduleDir] = ['bin', 'cache', 'module'].map((name) => {
    mkdirSync(path.join(root, name))
    return path.join(root, name)
  }) as [string, string, string]
  writeFileSync(path.join(moduleDir, 'go.mod'), 'module example.com/x\n')
  const answer = JSON.stringify({
    GOVERSION: version,
    GOTOOLCHAIN: toolchain,
    GOMODCACHE: path.join(root, 'mod'),
    GOCACHE: path.join(root, 'build'),
  })
  const go = path.join(bin, 'go')
  writeFileSync(go, `#!/bin/sh\nif [ "$1" = env ]; then echo '${answer}'; exit; fi\n${build}\n`)
  chmodSync(go, 0o755)
  const progress: string[] = []
  const options: BuildOptions = {
    cacheDir,
    moduleDir,
    env: { PATH: `${bin}:/usr/bin:/bin` },
    onProgress: (message) => progress.push(message),
    pollMs: 20,
    cachesBytes: 0,
  }
  return { root, cacheDir, options, progress, target: path.join(cacheDir, 'temporal-1.5.1') }
}

test('builds into the cache and leaves no draft and no lock', async () => {
  const { cacheDir, options, progress, target } = machine()
  expect(await buildCli(options)).toBe(target)
  expect(readdirSync(cacheDir).toSorted()).toEqual(['builds.txt', 'temporal-1.5.1'])
  expect(progress[0]).toContain('building the Temporal CLI 1.5.1 with Go')
})

test('two that build at once share one build', async () => {
  const { cacheDir, options, target } = machine()
  const slow = machine({ build: `sleep 0.3\n${BUILDS}` })
  const env = slow.options.env
  expect(await Promise.all([buildCli({ ...options, env }), buildCli({ ...options, env })])).toEqual(
    [target, target],
  )
  expect(readFileSync(path.join(cacheDir, 'builds.txt'), 'utf8')).toBe('built\n')
})

test('the one that waits says for whom', async () => {
  const { options, progress, target } = machine()
  const attempt = await tryLock(`${target}.lock`)
  const built = buildCli(options)
  await expect.poll(() => progress[0]).toContain(`waiting for process ${process.pid}`)
  if ('lock' in attempt) await attempt.lock.release()
  expect(await built).toBe(target)
})

test('a failed build ends with the compiler’s words and leaves nothing', async () => {
  const { cacheDir, options } = machine({
    build: 'echo "verifying module: checksum mismatch" >&2; exit 1',
  })
  await expect(buildCli(options)).rejects.toThrow(/go build failed:\s+verifying module: checksum/)
  expect(readdirSync(cacheDir)).toEqual([])
})

test('an old Go that may not fetch a newer one is refused', async () => {
  await expect(buildCli(machine({ version: 'go1.24.0' }).options)).rejects.toThrow(
    'go1.24.0 is too old; install Go 1.25 or newer (https://go.dev/dl) or set GOTOOLCHAIN=auto',
  )
})

test('an old Go that fetches a newer one by itself is good enough', async () => {
  const { options, target } = machine({ version: 'go1.24.0', toolchain: 'auto' })
  expect(await buildCli(options)).toBe(target)
})

test('a machine without Go gets an error that says where to get it', async () => {
  const { root, options } = machine()
  await expect(buildCli({ ...options, env: { PATH: root } })).rejects.toThrow(
    'Go is not installed; install Go 1.25 or newer (https://go.dev/dl)',
  )
})

test('a full disk is noticed before the build', async () => {
  const { options } = machine()
  await expect(buildCli({ ...options, cachesBytes: Number.MAX_SAFE_INTEGER })).rejects.toThrow(
    /building takes .* GB in .*, which has .* GB left/,
  )
})
