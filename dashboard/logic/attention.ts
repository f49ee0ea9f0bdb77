import { titleOf } from './format.ts'
import { incidentText, type IncidentFact } from './incident.ts'

export interface AttentionItem {
  readonly key: string
  readonly level: string
  readonly sentence: string
  readonly advice: string
  readonly since: string | null
  readonly link: string
  readonly linkText: string
}

interface AlertFact {
  readonly id: number
  readonly type: string
  readonly severity: string
  readonly message: string
  readonly recommendation: string
  readonly raised_at: string
}

interface IncidentOpen extends IncidentFact {
  readonly id: number
  readonly level: string
  readonly started_at: string
}

export interface AttentionFacts {
  /** That are not over. */
  readonly incidents: readonly IncidentOpen[]
  readonly alerts: readonly AlertFact[]
  readonly queues: readonly { readonly queue: string; readonly status: string }[]
  readonly schedules: readonly { readonly id: string; readonly paused: boolean }[]
  /** The name of a provider. */
  readonly nameOf: (id: string) => string
}

const SEVERITIES = ['emergency', 'critical', 'error', 'warning', 'notice', 'info']

const weight = ({ level }: AttentionItem): number => SEVERITIES.indexOf(level)

/** The worst comes first. */
export function attentionOf({
  incidents,
  alerts,
  queues,
  schedules,
  nameOf,
}: AttentionFacts): AttentionItem[] {
  const items = [
    ...incidents.map((incident) => ofIncident(incident, nameOf)),
    ...alerts.map(ofAlert),
    ...queues.filter(({ status }) => status === 'unhealthy').map(ofQueue),
    ...schedules.filter(({ paused }) => paused).map(ofSchedule),
  ]
  return items.sort((one, other) => weight(one) - weight(other))
}

const ofIncident = (incident: IncidentOpen, nameOf: AttentionFacts['nameOf']): AttentionItem => ({
  key: `incident-${incident.id}`,
  level: incident.level,
  sentence: `${incidentText(incident, nameOf)}.`,
  advice: 'It ends by itself when the provider serves again.',
  since: incident.started_at,
  link: '/providers',
  linkText: 'incidents',
})

const LINKS: Readonly<Record<string, readonly [string, string]>> = {
  freshness: ['/cities?late=true&sort=age', 'late cities'],
  api_failure: ['/providers', 'providers'],
  performance: ['/providers', 'providers'],
  capacity: ['/cities', 'cities'],
}
const ELSEWHERE = ['/system', 'system'] as const

function ofAlert(alert: AlertFact): AttentionItem {
  const [link, linkText] = LINKS[alert.type] ?? ELSEWHERE
  return {
    key: `alert-${alert.id}`,
    level: alert.severity,
    sentence: alert.message,
    advice: alert.recommendation,
    since: alert.raised_at,
    link,
    linkText,
  }
}

const ofQueue = ({ queue }: { readonly queue: string }): AttentionItem => ({
  key: `queue-${queue}`,
  level: 'critical',
  sentence: `No worker takes tasks of ${queue}.`,
  advice: `Start one: weather247 worker --queues ${queue}`,
  since: null,
  link: '/system',
  linkText: 'queues',
})

const ofSchedule = ({ id }: { readonly id: string }): AttentionItem => ({
  key: `schedule-${id}`,
  level: 'warning',
  sentence: `The schedule “${titleOf(id)}” is paused.`,
  advice: 'Nothing of it starts until somebody resumes it.',
  since: null,
  link: '/runs',
  linkText: 'schedules',
})
