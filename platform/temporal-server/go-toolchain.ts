import { execFile } from 'node:child_process'
import { mkdir, statfs } from 'node:fs/promises'
import { promisify } from 'node:util'

interface GoEnvironment {
  readonly GOVERSION: string
  readonly GOTOOLCHAIN: string
  readonly GOMODCACHE: string
  readonly GOCACHE: string
}

const OLDEST_MINOR = 25
const GIGABYTE = 1024 ** 3
/** Modules and build cache of a first build, measured at 3.2 GB. */
const CACHES_BYTES = 4 * GIGABYTE
const BINARY_BYTES = 0.5 * GIGABYTE

export interface BuildPlace {
  readonly env: NodeJS.ProcessEnv
  /** Where the binary goes. */
  readonly cacheDir: string
  /** For tests on a small disk. */
  readonly cachesBytes?: number
}

/** Throws with cause and remedy when this machine cannot build the Temporal CLI. */
export async function checkGoToolchain(place: BuildPlace): Promise<void> {
  const go = await askGo(place)
  checkVersion(go)
  for (const dir of [go.GOMODCACHE, go.GOCACHE]) {
    await checkFreeSpace(dir, place.cachesBytes ?? CACHES_BYTES)
  }
  await checkFreeSpace(place.cacheDir, BINARY_BYTES)
}

async function askGo({ env, cacheDir }: BuildPlace): Promise<GoEnvironment> {
  const args = ['env', '-json', 'GOVERSION', 'GOTOOLCHAIN', 'GOMODCACHE', 'GOCACHE']
  try {
    const { stdout } = await promisify(execFile)('go', args, { env, cwd: cacheDir })
    return JSON.parse(stdout) as GoEnvironment
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new Error('Go is not installed; install Go 1.25 or newer (https://go.dev/dl)', {
        cause: error,
      })
    }
    throw new Error(`Go does not answer (${(error as Error).message})`, { cause: error })
  }
}

function checkVersion({ GOVERSION, GOTOOLCHAIN }: GoEnvironment): void {
  const [, minor] = /^go1\.(\d+)/.exec(GOVERSION) ?? []
  if (minor === undefined || Number(minor) >= OLDEST_MINOR) return
  // A Go that may fetch a newer one does so by itself.
  if (GOTOOLCHAIN.includes('auto')) return
  throw new Error(
    `${GOVERSION} is too old; install Go 1.25 or newer (https://go.dev/dl) or set GOTOOLCHAIN=auto`,
  )
}

async function checkFreeSpace(dir: string, neededBytes: number): Promise<void> {
  await mkdir(dir, { recursive: true })
  const { bavail, bsize } = await statfs(dir)
  if (bavail * bsize >= neededBytes) return
  const free = (bavail * bsize) / GIGABYTE
  throw new Error(
    `building takes ${(neededBytes / GIGABYTE).toFixed(1)} GB in ${dir}, ` +
      `which has ${free.toFixed(1)} GB left; free some space`,
  )
}
