import type { Config } from '../../platform/config/config.ts'
import type { SceneName } from '../../emulator/scenes.ts'
import { removeInstanceFile } from '../../platform/files/instance-file.ts'
import { Supervisor, lockDataDir } from '../../platform/processes/index.ts'
import { orCannotRun } from '../errors/command-error.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { Variables } from '../target/target-variables.ts'
import { startParts } from './start-parts.ts'
import { markLiveData } from './live-data-marker.ts'
import { watchNpmParent } from './npm-parent.ts'
import { partStartFailure } from './part-failure-text.ts'
import { partEventText } from './part-event-text.ts'
import { PartReadiness } from './part-readiness.ts'
import { retryWhenAway } from './retry-when-away.ts'
import { chooseLayout, type Layout } from './layout.ts'
import { listenForStop, type StopRequests } from './stop-requests.ts'
import type { UpContext } from './up-context.ts'
import { afterStart } from './after-start.ts'
import { assertBindAddress } from './tokens-asked.ts'

export interface RunOptions {
  readonly config: Config
  readonly inherited: Variables
  readonly isDebug: boolean
  readonly scene?: SceneName | undefined
  readonly say: (line: string) => void
}

/** Runs an instance until it is stopped or one of its parts cannot be restarted. */
export async function runParts(options: RunOptions): Promise<ExitCode> {
  const { config, inherited, say } = options
  await assertBindAddress(config)
  const lock = await orCannotRun(lockDataDir(config.dataDir))
  try {
    const layout = await chooseLayout(config, inherited)
    const code = await runOn(layout, options)
    say('Stopped.')
    return code
  } finally {
    await removeInstanceFile(config.dataDir)
    await lock.release()
  }
}

async function runOn(layout: Layout, options: RunOptions): Promise<ExitCode> {
  const { say, scene } = options
  const readiness = new PartReadiness()
  const supervisor = createSupervisor(layout, readiness, options)
  const stop = stopOnRequest(supervisor, options)
  const started = startInstance({
    layout,
    supervisor,
    readiness,
    scene,
    signal: stop.signal,
    say,
  })
  try {
    // A start that is still under way at the end is not waited for: its server is gone.
    await Promise.race([started, supervisor.finished])
  } catch (error) {
    if (supervisor.failure === undefined && !stop.signal.aborted) {
      await supervisor.stop()
      throw error
    }
  }
  const code = await supervisor.finished
  stop.close()
  const { failure } = supervisor
  if (failure) throw partStartFailure(failure, layout)
  return code === 0 ? EXIT.ok : EXIT.failed
}

/** The signal aborts at a request to stop, and when the supervisor has given up. */
function stopOnRequest(
  supervisor: Supervisor,
  { inherited, say }: RunOptions,
): Pick<StopRequests, 'signal' | 'close'> {
  const finished = new AbortController()
  const requests = listenForStop(() => {
    say('Stopping at once.')
    void supervisor.stop()
  })
  requests.signal.addEventListener('abort', () => {
    say('Stopping; Ctrl+C again to stop at once …')
    void supervisor.stop()
  })
  void supervisor.finished.then(() => {
    finished.abort()
  })
  // npm ends on a signal without passing it on to its scripts, and without waiting for them.
  if (inherited['npm_lifecycle_event'] !== undefined) watchNpmParent(requests.request)
  return {
    signal: AbortSignal.any([requests.signal, finished.signal]),
    close: requests.close,
  }
}

async function startInstance(context: UpContext): Promise<void> {
  const cities = await startParts(context)
  context.signal.throwIfAborted()
  await Promise.all([
    retryWhenAway('the start is not complete', () => afterStart(context, cities), context),
    retryWhenAway('live data is not marked', () => markLiveData(context), context),
  ])
}

function createSupervisor(
  { config, logDir }: Layout,
  readiness: PartReadiness,
  { isDebug, say }: RunOptions,
): Supervisor {
  return new Supervisor({
    logDir,
    onLine(part, line) {
      readiness.readLine(part, line)
      if (isDebug) say(`[${part}] ${line}`)
    },
    onEvent(event) {
      const text = partEventText(event, config.dataDir)
      if (text !== undefined) say(text)
    },
  })
}
