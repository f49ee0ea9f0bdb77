import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

export interface CliVersion {
  readonly version: string
  readonly serverVersion: string
}

/** The release that is downloaded or built when the machine has none; see tools/temporal-cli. */
export const PINNED_CLI_VERSION = '1.5.1'

const OLDEST_SERVER = { major: 1, minor: 29 }
const ANSWER_TIMEOUT_MS = 15_000
const VERSION_LINE = /temporal version (\S+) \(Server (\d+)\.(\d+)\.(\S+?)[,)]/

/** Runs `<file> --version`; throws with the reason when this is no Temporal CLI we can use. */
export async function askCliVersion(file: string): Promise<CliVersion> {
  const output = await runVersion(file)
  const [, version, major, minor, patch] = VERSION_LINE.exec(output) ?? []
  if (version === undefined || major === undefined || minor === undefined || patch === undefined) {
    throw new Error(`${file} is no Temporal CLI with a dev server (it says "${firstLine(output)}")`)
  }
  const serverVersion = `${major}.${minor}.${patch}`
  if (!isNewEnough(Number(major), Number(minor))) {
    throw new Error(
      `${file} brings Temporal server ${serverVersion}, which is too old; 1.29 or newer is needed`,
    )
  }
  return { version, serverVersion }
}

async function runVersion(file: string): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(file, ['--version'], {
      timeout: ANSWER_TIMEOUT_MS,
    })
    return stdout
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new Error(`${file} does not exist`, { cause: error })
    if (code === 'EACCES') throw new Error(`${file} is not executable`, { cause: error })
    throw new Error(`${file} does not run (${firstLine(message)})`, { cause: error })
  }
}

function isNewEnough(major: number, minor: number): boolean {
  if (major !== OLDEST_SERVER.major) return major > OLDEST_SERVER.major
  return minor >= OLDEST_SERVER.minor
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0] ?? ''
}
