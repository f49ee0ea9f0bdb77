import type { Config } from '../../platform/config.ts'
import { removeInstanceFile } from '../../platform/instance-file.ts'
import { Supervisor, lockDataDir } from '../../platform/processes/index.ts'
import { cannotRun, orCannotRun } from '../command-failure.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { Variables } from '../target-variables.ts'
import { bringUp } from './bring-up.ts'
import { keepLiveMark } from './live-mark.ts'
import { watchLauncher } from './launcher.ts'
import { afterPartFailure, partFailureText } from './part-failure-text.ts'
import { partNews } from './part-news.ts'
import { PartReadiness } from './part-readiness.ts'
import { chooseSite, type Site } from './site.ts'
import { listenForStop } from './stop-requests.ts'
import type { Stack } from './stack.ts'
import { welcome } from './welcome.ts'

export interface StackOptions {
  readonly config: Config
  readonly inherited: Variables
  readonly isDebug: boolean
  readonly say: (line: string) => void
}

/** Runs an instance until it is stopped or one of its parts cannot be kept alive. */
export async function runStack(options: StackOptions): Promise<ExitCode> {
  const { config, inherited, say } = options
  const lock = await orCannotRun(lockDataDir(config.dataDir))
  try {
    const site = await chooseSite(config, inherited)
    const code = await runOn(site, options)
    say('Stopped.')
    return code
  } finally {
    await removeInstanceFile(config.dataDir)
    await lock.release()
  }
}

async function runOn(site: Site, options: StackOptions): Promise<ExitCode> {
  const { say, inherited } = options
  const readiness = new PartReadiness()
  const supervisor = createSupervisor(site, readiness, options)
  const broken = new AbortController()
  const requests = listenForStop(() => {
    say('Stopping at once.')
    void supervisor.stop()
  })
  const signal = AbortSignal.any([requests.signal, broken.signal])
  requests.signal.addEventListener('abort', () => {
    say('Stopping; Ctrl+C again to stop at once …')
    void supervisor.stop()
  })
  void supervisor.finished.then(() => {
    broken.abort()
  })
  // npm ends on a signal without waiting for, or telling, what it has started.
  if (inherited['npm_lifecycle_event'] !== undefined) watchLauncher(requests.request)

  const work = startAndWelcome({ site, supervisor, readiness, signal, say })
  try {
    // What is under way when the end comes is not waited for: its server is gone.
    await Promise.race([work, supervisor.finished])
  } catch (error) {
    if (supervisor.failure === undefined && !signal.aborted) {
      await supervisor.stop()
      throw error
    }
  }
  const code = await supervisor.finished
  requests.close()
  const { failure } = supervisor
  if (failure) throw cannotRun(partFailureText(failure), afterPartFailure(failure, site), failure)
  return code === 0 ? EXIT.ok : EXIT.failed
}

async function startAndWelcome(stack: Stack): Promise<void> {
  const cities = await bringUp(stack)
  stack.signal.throwIfAborted()
  await Promise.all([welcome(stack, cities), keepLiveMark(stack)])
}

function createSupervisor(
  { logDir }: Site,
  readiness: PartReadiness,
  { isDebug, say }: StackOptions,
): Supervisor {
  return new Supervisor({
    logDir,
    onLine(part, line) {
      readiness.hear(part, line)
      if (isDebug) say(`[${part}] ${line}`)
    },
    onEvent(event) {
      const news = partNews(event)
      if (news !== undefined) say(news)
    },
  })
}
