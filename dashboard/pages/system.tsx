import { answerOf, api, type Answer } from '../api.ts'
import { useResource } from '../live/resource.ts'
import { session } from '../live/session.ts'
import { numberText, percentText, wordsOf } from '../logic/format.ts'
import { ageText } from '../../domain/text/age-text.ts'
import { Part } from '../parts/part.tsx'
import { Pie, shadeOf } from '../parts/pie.tsx'
import { Preferences } from './system/preferences.tsx'

type Health = Answer<'/api/weather/monitoring/health'>

/** Do the parts work, and where do I look next? */
export function SystemPage() {
  return (
    <>
      <h1 tabIndex={-1}>System</h1>
      <Parts />
      <Queues />
      <div class="columns">
        <Cache />
        <div>
          <Preferences />
          <Access />
        </div>
      </div>
    </>
  )
}

function Parts() {
  const health = useResource('parts', async () => {
    const { data, error } = await api.GET('/api/weather/monitoring/health')
    // Its 503 has the same body.
    const body = data ?? (error as unknown as Health)
    return Object.entries(body.checks ?? {})
  })
  return (
    <Part
      title="Parts"
      resource={health}
      empty={(parts) => (parts.length === 0 ? 'Not known.' : null)}
    >
      {(parts) => (
        <dl class="values">
          {parts.map(([name, { status, reason, latency_ms: latency }]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Pie of={shadeOf(status)} /> {wordsOf(status)}
                {latency === null || status === 'not_used' ? null : (
                  <span class="second"> {numberText(latency)} ms</span>
                )}
                {reason === null ? null : <p class="second">{reason}</p>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Part>
  )
}

function Queues() {
  const queues = useResource('queues', () => answerOf(api.GET('/api/weather/monitoring/queues')))
  return (
    <Part
      title="Queues"
      resource={queues}
      lines={5}
      empty={(data) => (data.queues.length === 0 ? 'Temporal knows of none yet.' : null)}
    >
      {(data) => (
        <div class="scroll" tabIndex={0} role="region" aria-label="Table of queues">
          <table>
            <thead>
              <tr>
                <th scope="col">Queue</th>
                <th scope="col">Workers</th>
                <th scope="col" class="number">
                  Waiting
                </th>
                <th scope="col" class="number">
                  Oldest
                </th>
                <th scope="col">To do</th>
              </tr>
            </thead>
            <tbody>
              {data.queues.map(({ queue, workers, waiting, oldest_wait_seconds: oldest }) => (
                <tr key={queue}>
                  <th scope="row">{queue}</th>
                  <td title={workers.join(', ')}>
                    <Pie of={workers.length > 0 ? 'fresh' : 'very_stale'} />{' '}
                    {workers.length === 0 ? 'none' : numberText(workers.length)}
                  </td>
                  <td class="number">{numberText(waiting)}</td>
                  <td class="number">{oldest === null ? '–' : ageText(oldest)}</td>
                  <td>
                    {workers.length === 0 ? <code>weather247 worker --queues {queue}</code> : '–'}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Part>
  )
}

function Cache() {
  const cache = useResource('cache', () => answerOf(api.GET('/api/weather/cache/stats')))
  return (
    <Part title="Cache" resource={cache}>
      {({ cache_backend: backend, status, usage, window_hours: hours }) => (
        <>
          <p>
            <Pie of={shadeOf(status)} /> {status}, in {backend}
            <span class="second"> of the last {hours} hours:</span>
          </p>
          <dl class="pairs">
            {usage.map((one) => (
              <div key={one.kind}>
                <dt>{wordsOf(one.kind)}</dt>
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
  const links = useResource('links', async () => {
    const { data, response } = await api.GET('/', { headers: { accept: 'application/json' } })
    return answerOf(Promise.resolve({ ...(data && { data }), response }))
  })
  const caller = session.value?.caller
  return (
    <Part title="Access" resource={links}>
      {({ links: { docs, metrics, ready, web_ui: webUi } }) => (
        <>
          <p>
            {caller?.name}, role {caller?.role}. <code>weather247 tokens</code> makes and revokes
            tokens.
          </p>
          <p class="second">
            <a href={docs}>API</a> · <a href={metrics}>metrics</a> · <a href={ready}>readiness</a>
            {webUi === null ? null : (
              <>
                {' '}
                · <a href={webUi}>Temporal Web UI</a>
              </>
            )}
          </p>
        </>
      )}
    </Part>
  )
}
