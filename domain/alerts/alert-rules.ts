import { providerFacts } from '../provider/provider-catalogue.ts'
import { objectiveFindings } from './objective-rules.ts'
import { isLasting } from '../quota/lasting-windows.ts'
import { SECOND_MS } from '../time/durations.ts'
import type { AlertFinding, AlertSeverity, AlertType } from './alert.ts'
import type { AlertFacts, ProviderAlertFacts } from './alert-facts.ts'

/** A step of a rule: from there on, or from below there, it holds with this severity. */
type Step = readonly [bound: number, severity: AlertSeverity]

/** The thresholds, worst first. */
export const ALERT_THRESHOLDS = {
  cacheHitRateBelow: [
    [0.4, 'error'],
    [0.6, 'warning'],
  ],
  freshnessScoreBelow: [
    [70, 'critical'],
    [85, 'warning'],
  ],
  staleShareAbove: [[0.2, 'error']],
  providerErrorRateAbove: [
    [0.5, 'critical'],
    [0.1, 'error'],
  ],
  providerResponseMsAbove: [[5_000, 'warning']],
  budgetShareFrom: [
    [0.9, 'critical'],
    [0.75, 'warning'],
  ],
  quotaShareFrom: [
    [0.95, 'critical'],
    [0.8, 'warning'],
  ],
} as const satisfies Record<string, readonly Step[]>

/** Fewer say nothing. */
const MIN_READS = 20
const MIN_REQUESTS = 5

interface Rule<Facts> {
  readonly name: string
  readonly type: AlertType
  readonly severityOf: (facts: Facts) => AlertSeverity | null
  readonly message: (facts: Facts) => string
  readonly recommendation: string
}

const first = (steps: readonly Step[], holds: (bound: number) => boolean): AlertSeverity | null =>
  steps.find(([bound]) => holds(bound))?.[1] ?? null

const percent = (share: number | null): string => `${Math.round((share ?? 0) * 100)} %`

const RULES: readonly Rule<AlertFacts>[] = [
  {
    name: 'cache:hit-rate',
    type: 'cache',
    severityOf: ({ cacheHitRate: rate, cacheReads }) =>
      rate === null || cacheReads < MIN_READS
        ? null
        : first(ALERT_THRESHOLDS.cacheHitRateBelow, (bound) => rate < bound),
    message: ({ cacheHitRate, cacheReads }) =>
      `The cache answered ${percent(cacheHitRate)} of ${cacheReads} reads in 24 hours`,
    recommendation:
      'Warm more cities with WEATHER247_WARM_CITIES, or share the cache with REDIS_URL',
  },
  {
    name: 'freshness:score',
    type: 'freshness',
    severityOf: ({ freshnessScore: score }) =>
      score === null ? null : first(ALERT_THRESHOLDS.freshnessScoreBelow, (bound) => score < bound),
    message: ({ freshnessScore, cities }) =>
      `The freshness of ${cities} cities scores ${freshnessScore ?? 0} of 100`,
    recommendation: 'See in the last runs of refresh-all-cities why cities are late',
  },
  {
    name: 'freshness:stale-share',
    type: 'freshness',
    severityOf: ({ staleShare: share }) =>
      share === null ? null : first(ALERT_THRESHOLDS.staleShareAbove, (bound) => share > bound),
    message: ({ staleShare, cities }) =>
      `${percent(staleShare)} of ${cities} cities are older than 30 minutes, and than the plan keeps them`,
    recommendation: 'See whether refresh-all-cities is paused, cut short, or short of quota',
  },
]

const PROVIDER_RULES: readonly Rule<ProviderAlertFacts>[] = [
  {
    name: 'error-rate',
    type: 'api_failure',
    severityOf: ({ errorRate: rate, requests }) =>
      rate === null || requests < MIN_REQUESTS
        ? null
        : first(ALERT_THRESHOLDS.providerErrorRateAbove, (bound) => rate > bound),
    message: ({ errorRate, requests }) =>
      `${percent(errorRate)} of its latest ${requests} requests failed`,
    recommendation: 'See its status page, or put another provider first in WEATHER_PROVIDERS',
  },
  {
    name: 'response-time',
    type: 'performance',
    severityOf: ({ responseMs: ms, requests }) =>
      ms === null || requests < MIN_REQUESTS
        ? null
        : first(ALERT_THRESHOLDS.providerResponseMsAbove, (bound) => ms > bound),
    message: ({ responseMs }) =>
      `Its requests take ${((responseMs ?? 0) / SECOND_MS).toFixed(1)} s on average`,
    recommendation: 'See its status page, or put another provider first in WEATHER_PROVIDERS',
  },
  {
    name: 'budget',
    type: 'capacity',
    severityOf: ({ budgetShare: share }) =>
      share === null ? null : first(ALERT_THRESHOLDS.budgetShareFrom, (bound) => share >= bound),
    message: ({ budgetShare }) => `${percent(budgetShare)} of this month's budget is spent`,
    recommendation: 'Raise its budget or lower its limits: weather247 providers limits --help',
  },
]

/** Every rule that holds. A value that is not known raises nothing. */
export const alertFindings = (facts: AlertFacts): AlertFinding[] => [
  ...RULES.flatMap((rule) => findingOf(rule, facts, rule.name, '')),
  ...objectiveFindings(facts.objectives),
  ...facts.providers.flatMap((provider) => {
    const { name } = providerFacts(provider.provider)
    const key = `provider:${provider.provider}`
    return [
      ...PROVIDER_RULES.flatMap((rule) =>
        findingOf(rule, provider, `${key}:${rule.name}`, `${name}: `),
      ),
      ...quotaFindings(provider, key, name),
    ]
  }),
]

function findingOf<Facts>(
  { type, severityOf, message, recommendation }: Rule<Facts>,
  facts: Facts,
  key: string,
  prefix: string,
): AlertFinding[] {
  const severity = severityOf(facts)
  if (severity === null) return []
  return [{ key, type, severity, message: `${prefix}${message(facts)}`, recommendation }]
}

const quotaFindings = ({ windows }: ProviderAlertFacts, key: string, name: string) =>
  windows.filter(isLasting).flatMap(({ window, usedShare }): AlertFinding[] => {
    const severity = first(ALERT_THRESHOLDS.quotaShareFrom, (bound) => usedShare >= bound)
    if (severity === null) return []
    return [
      {
        key: `${key}:quota-${window}`,
        type: 'capacity',
        severity,
        message: `${name}: ${percent(usedShare)} of the quota of this ${window} is used`,
        recommendation: 'Add a provider, fewer cities, or a longer interval',
      },
    ]
  })
