import { setTimeout as sleep } from 'node:timers/promises'
import { PROVIDER_CATALOGUE } from '../../domain/provider/provider-catalogue.ts'

/** What `up` knows before it starts a part. */
export interface StartSituation {
  /** Whether any setting chooses a weather API or an external service. */
  readonly isConfigured: boolean
  /** This installation has stored live weather before. */
  readonly hadLiveData: boolean
  readonly isAnyProviderReachable: () => Promise<boolean>
}

/**
 * A first look without configuration and without internet shows the demo; an installation that ever
 * had live data stays live and serves it, marked stale.
 */
export async function startsAsDemo(situation: StartSituation): Promise<boolean> {
  if (situation.isConfigured || situation.hadLiveData) return false
  return !(await situation.isAnyProviderReachable())
}

/** The weather APIs that need no key. */
const KEYLESS_HOSTS = Object.values(PROVIDER_CATALOGUE)
  .filter(({ key }) => key !== 'required')
  .map(({ publicHost }) => publicHost)
const PROBE_TIMEOUT_MS = 3_000

/** Any answer counts, an error status too: the question is whether there is a way there. */
export async function isAnyReachable(
  urls: readonly string[] = KEYLESS_HOSTS,
  timeoutMs = PROBE_TIMEOUT_MS,
): Promise<boolean> {
  const ended = new AbortController()
  const probes = urls.map((url) =>
    fetch(url, { method: 'HEAD', redirect: 'manual', signal: ended.signal }),
  )
  // A name server that does not answer holds a request past its own abort.
  const late = sleep(timeoutMs, undefined, { signal: ended.signal }).then(() => {
    throw new Error('no answer in time')
  })
  late.catch(() => undefined)
  try {
    await Promise.race([Promise.any(probes), late])
    return true
  } catch {
    return false
  } finally {
    ended.abort()
  }
}
