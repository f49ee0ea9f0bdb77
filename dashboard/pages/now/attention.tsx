import { answerOf, api, type Answer } from '../../api.ts'
import { nowMs } from '../../live/clock.ts'
import { healthNow } from '../../live/health.ts'
import { providerName, withProviderNames } from '../../live/providers.ts'
import { useResource } from '../../live/resource.ts'
import { Link } from '../../parts/link.tsx'
import { Part } from '../../parts/part.tsx'
import { Pie, shadeOf } from '../../parts/pie.tsx'
import { attentionOf, type AttentionItem } from '../../logic/attention.ts'
import { sinceText } from '../../logic/format.ts'

interface AttentionProps {
  readonly dashboard: Answer<'/api/weather/monitoring/dashboard'> | undefined
}

/** What a person should look at: incidents, alerts, paused schedules, queues without a worker. */
export function Attention({ dashboard }: AttentionProps) {
  const alerts = useResource('attention', found)
  const health = useResource('health', healthNow)
  const queues = health.data?.checks?.workers.queues ?? []
  const schedules = dashboard?.task_stats.schedules ?? []
  const { data } = alerts
  const items = data && attentionOf({ ...data, queues, schedules, nameOf: providerName })
  return (
    <Part
      title="Needs you"
      resource={{ ...alerts, data: items }}
      empty={({ length }) =>
        length === 0 ? 'Nothing. What needs somebody appears here by itself.' : null
      }
    >
      {(all) => (
        <ul class="attention">
          {all.map(({ key, ...one }) => (
            <Item key={key} {...one} />
          ))}
        </ul>
      )}
    </Part>
  )
}

const Item = ({ level, sentence, since, advice, link, linkText }: Omit<AttentionItem, 'key'>) => (
  <li>
    <Pie of={shadeOf(level)} />
    <div>
      <p>
        <strong>{withProviderNames(sentence)}</strong>
        {since ? <span class="second"> {sinceText(since, nowMs.value)}</span> : null}
      </p>
      <p class="second">
        {advice} <Link href={link}>{linkText}</Link>
      </p>
    </div>
  </li>
)

/** Incidents that recover need no one any more. */
async function found() {
  const [{ alerts }, { incidents }] = await Promise.all([
    answerOf(
      api.GET('/api/weather/monitoring/alerts', { params: { query: { status: 'active' } } }),
    ),
    answerOf(api.GET('/api/weather/incidents', { params: { query: { status: 'open' } } })),
  ])
  return { alerts, incidents }
}
