import path from 'node:path'
import { PINNED_CLI_VERSION } from './cli-version.ts'

export interface DownloadOptions {
  readonly cacheDir: string
  readonly onProgress: (message: string) => void
}

/** 60 MB; a line that needs longer is better served by a file the user fetches himself. */
const MAX_WAIT_MS = 5 * 60_000
const PROGRESS_EVERY_MS = 10_000

export function downloadedCliPath(cacheDir: string): string {
  return path.join(cacheDir, `temporal-v${PINNED_CLI_VERSION}`)
}

/** Downloads as the SDK's test environment does, which verifies the source and unpacks the archive. */
export async function downloadCli({ cacheDir, onProgress }: DownloadOptions): Promise<string> {
  onProgress(`downloading the Temporal CLI ${PINNED_CLI_VERSION}`)
  const startedAtMs = Date.now()
  const progress = setInterval(() => {
    const seconds = Math.round((Date.now() - startedAtMs) / 1_000)
    onProgress(`still downloading the Temporal CLI (${seconds} s)`)
  }, PROGRESS_EVERY_MS)
  try {
    await withTimeout(startOnce(cacheDir))
  } finally {
    clearInterval(progress)
  }
  return downloadedCliPath(cacheDir)
}

async function startOnce(cacheDir: string): Promise<void> {
  // Loaded here only: it brings the native part of the SDK, which most starts do not need.
  const { TestWorkflowEnvironment } = await import('@temporalio/testing')
  const server = await TestWorkflowEnvironment.createLocal({
    server: {
      executable: {
        type: 'cached-download',
        version: `v${PINNED_CLI_VERSION}`,
        downloadDir: cacheDir,
        // The default of one day deletes the file and downloads it again.
        ttl: '3650d',
      },
    },
  })
  await server.teardown()
}

async function withTimeout(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no end after ${MAX_WAIT_MS / 60_000} minutes`))
    }, MAX_WAIT_MS)
  })
  // A download may fail after the wait for it has ended.
  work.catch(() => undefined)
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
