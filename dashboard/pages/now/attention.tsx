import { answerOf, api, type Answer } from '../../api.ts'
import { nowMs } from '../../live/clock.ts'
import { useResource } from '../../live/resource.ts'
import { Link } from '../../parts/link.tsx'
import { Part } from '../../parts/part.tsx'
import { Pie, shadeOf } from '../../parts/pie.tsx'
import { attentionOf } from '../../logic/attention.ts'
import { sinceText } from '../../logic/format.ts'

interface AttentionProps {
  readonly dashboard: Answer<'/api/weather/monitoring/dashboard'> | undefined
}

/** What a person should look at: incidents, alerts, paused schedules, queues without a worker. */
export function Attention({ dashboard }: AttentionProps) {
  const alerts = useResource('attention', found)
  const health = useResource('health', async () => {
    const { data, error } = await api.GET('/api/weather/monitoring/health')
    // Its 503 has the same body: what is not healthy is what it is asked for.
    return data ?? (error as unknown as Answer<'/api/weather/monitoring/health'>)
  })
  const queues = health.data?.checks?.workers.queues ?? []
  const schedules = dashboard?.task_stats.schedules ?? []
  return (
    <Part
      title="Needs you"
      resource={alerts}
      empty={(stored) =>
        attentionOf({ ...stored, queues, schedules }).length === 0
          ? 'Nothing. What needs somebody appears here by itself.'
          : null
      }
    >
      {(stored) => (
        <ul class="attention">
          {attentionOf({ ...stored, queues, schedules }).map((one) => (
            <li key={one.key}>
              <Pie of={shadeOf(one.level)} />
              <div>
                <p>
                  <strong>{one.sentence}</strong>
                  {one.since ? (
                    <span class="second"> {sinceText(one.since, nowMs.value)}</span>
                  ) : null}
                </p>
                <p class="second">
                  {one.advice} <Link href={one.link}>{one.linkText}</Link>
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}

/** Incidents that recover need nobody any more. */
async function found() {
  const [{ alerts }, { incidents }] = await Promise.all([
    answerOf(
      api.GET('/api/weather/monitoring/alerts', { params: { query: { status: 'active' } } }),
    ),
    answerOf(api.GET('/api/weather/incidents', { params: { query: { status: 'open' } } })),
  ])
  return { alerts, incidents }
}
