import { mkdir } from 'node:fs/promises'
import { buildCli, builtCliPath, type BuildOptions } from './build-cli.ts'
import { askCliVersion, type CliVersion } from './cli-version.ts'
import { findOnPath } from './find-on-path.ts'
import { downloadCli, downloadedCliPath, type DownloadOptions } from './download-cli.ts'

export type CliSource = 'configured' | 'path' | 'cache' | 'download' | 'build'

export interface FoundCli extends CliVersion {
  readonly path: string
  readonly source: CliSource
}

export interface FindCliOptions {
  readonly configuredPath?: string | undefined
  /** The variable that carries `configuredPath`, for error messages. */
  readonly setting: string
  readonly env: NodeJS.ProcessEnv
  readonly cacheDir: string
  readonly moduleDir: string
  readonly onProgress: (message: string) => void
  readonly download?: (options: DownloadOptions) => Promise<string>
  readonly build?: (options: BuildOptions) => Promise<string>
}

interface Step {
  readonly source: CliSource
  readonly what: string
  readonly locate: () => Promise<string>
  readonly remedy: string
}

/** Finds a Temporal CLI, or gets one; each step runs only when the earlier ones found none. */
export async function findCli(options: FindCliOptions): Promise<FoundCli> {
  if (options.configuredPath !== undefined && options.configuredPath !== '') {
    return await useConfigured(options.configuredPath, options.setting)
  }
  await mkdir(options.cacheDir, { recursive: true })
  const failures: string[] = []
  for (const step of stepsOf(options)) {
    try {
      const path = await step.locate()
      return { path, source: step.source, ...(await askCliVersion(path)) }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      failures.push(`- ${step.what}: ${reason}${step.remedy === '' ? '' : `\n  → ${step.remedy}`}`)
    }
  }
  throw new Error(
    [
      'no Temporal CLI could be found or made:',
      `- ${options.setting} is not set\n  → set it to the path of a Temporal CLI, 1.5 or newer`,
      ...failures,
    ].join('\n'),
  )
}

async function useConfigured(path: string, setting: string): Promise<FoundCli> {
  try {
    return { path, source: 'configured', ...(await askCliVersion(path)) }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(
      `${setting} names no usable Temporal CLI: ${reason}; ` +
        'correct the path, or unset it to let one be found',
      { cause: error },
    )
  }
}

function stepsOf(options: FindCliOptions): Step[] {
  const { cacheDir, moduleDir, env, onProgress } = options
  const download = options.download ?? downloadCli
  const build = options.build ?? buildCli
  return [
    {
      source: 'path',
      what: 'temporal on PATH',
      locate: () => findOnPath('temporal', env),
      remedy: 'install the Temporal CLI 1.5 or newer (https://docs.temporal.io/cli)',
    },
    cached(builtCliPath(cacheDir)),
    cached(downloadedCliPath(cacheDir)),
    {
      source: 'download',
      what: 'download',
      locate: () => download({ cacheDir, onProgress }),
      remedy: 'allow HTTPS to temporal.download, through HTTPS_PROXY where there is a proxy',
    },
    {
      source: 'build',
      what: `build with Go from ${moduleDir}`,
      locate: () => build({ cacheDir, moduleDir, env, onProgress }),
      remedy: 'Go 1.25 or newer, a Go module proxy and 4 GB of disk are needed',
    },
  ]
}

function cached(file: string): Step {
  return { source: 'cache', what: 'cache', locate: () => Promise.resolve(file), remedy: '' }
}
