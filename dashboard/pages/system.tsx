import { answerOf, api } from '../api.ts'
import { nowMs } from '../live/clock.ts'
import { healthNow } from '../live/health.ts'
import { withProviderNames } from '../live/providers.ts'
import { useResource } from '../live/resource.ts'
import { session } from '../live/session.ts'
import { numberText, percentText, sinceText, titleOf, wordsOf } from '../logic/format.ts'
import { Part } from '../parts/part.tsx'
import { Pie, shadeOf } from '../parts/pie.tsx'
import { Title } from '../parts/title.tsx'
import { Preferences } from './system/preferences.tsx'
import { Queues } from './system/queues.tsx'
import { Settings } from './system/settings.tsx'
import { TokenList } from './system/token-list.tsx'

/** Do the parts work, and where do I look next? */
export function SystemPage() {
  return (
    <>
      <Title text="System" />
      <Parts />
      <Queues />
      <div class="columns">
        <div>
          <Cache />
          <Settings />
        </div>
        <div>
          <Preferences />
          <Access />
          <TokenList />
        </div>
      </div>
    </>
  )
}

function Parts() {
  const parts = useResource('parts', healthNow)
  return (
    <Part
      title="Parts"
      resource={parts}
      empty={({ checks }) => (checks ? null : 'Not known.')}
      aside={<Since moment={parts.data?.started_at} />}
    >
      {({ checks = {} }) => (
        <dl class="values">
          {Object.entries(checks).map(([name, { status, reason, latency_ms: latency }]) => (
            <div key={name}>
              <dt>{titleOf(name)}</dt>
              <dd>
                <Pie of={shadeOf(status)} /> {wordsOf(status)}
                {latency === null || status === 'not_used' ? null : (
                  <span class="second"> {numberText(latency)} ms</span>
                )}
                {reason === null ? null : <p class="second">{withProviderNames(reason)}</p>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Part>
  )
}

const Since = ({ moment }: { readonly moment: string | undefined }) =>
  moment === undefined ? null : (
    <span class="second" title={moment}>
      API up {sinceText(moment, nowMs.value)}
    </span>
  )

function Cache() {
  const cache = useResource('cache', () => answerOf(api.GET('/api/weather/cache/stats')))
  return (
    <Part title="Cache" resource={cache}>
      {({ cache_backend: backend, status, usage, window_hours: hours }) => (
        <>
          <p>
            <Pie of={shadeOf(status)} /> {status}, in {backend}{' '}
            <span class="second">Found there in the last {hours} hours:</span>
          </p>
          <dl class="pairs">
            {usage.map((one) => (
              <div key={one.kind}>
                <dt>{titleOf(one.kind)}</dt>
                <dd>
                  {one.hit_rate === null
                    ? 'nothing was read'
                    : `${percentText(one.hit_rate)} of ${numberText(one.hits + one.misses)} reads`}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Part>
  )
}

/** What this visitor may do, and where else to look. */
function Access() {
  const health = useResource('access', healthNow)
  const caller = session.value?.caller
  return (
    <Part title="Access" resource={health}>
      {({ web_ui: webUi }) => (
        <>
          <p>
            {caller?.name}, role {caller?.role}. <code>weather247 tokens</code> makes and revokes
            tokens.
          </p>
          <p class="second">
            <a href="/docs">API</a> · <a href="/metrics">metrics</a> ·{' '}
            <a href="/readyz">readiness</a>
            {webUi ? (
              <>
                {' '}
                · <a href={webUi}>Temporal Web UI</a>
              </>
            ) : null}
          </p>
        </>
      )}
    </Part>
  )
}
