import { defineQuery } from '@temporalio/workflow'

export const TRIGGERS = ['schedule', 'api', 'cli', 'start'] as const

export type Trigger = (typeof TRIGGERS)[number]

/** On behalf of which job a workflow runs; a child says its parent's. */
export const RUN_KINDS = ['refresh', 'warm', 'quota', 'analytics', 'cleanup'] as const

export type RunKind = (typeof RUN_KINDS)[number]

/** The workflow that a run of each job is. */
export const JOB_WORKFLOWS = {
  refresh: 'refreshAllCities',
  warm: 'warmCacheForPopularCities',
  quota: 'monitorApiQuota',
  analytics: 'generateWeatherAnalytics',
  cleanup: 'cleanupOldWeatherData',
} as const satisfies Record<RunKind, string>

export const RUN_STATUSES = [
  'completed',
  'completed_partial',
  'failed',
  'cancelled',
  'timed_out',
  'expired',
] as const

export type RunStatus = (typeof RUN_STATUSES)[number]

/** Limits of a run, in milliseconds, over its whole chain of runs. */
export interface RunLimits {
  /** From the run's start to when it stops starting work. */
  readonly softLimitMs: number
  /** From there to when it cancels what is still under way. */
  readonly softGraceMs: number
  /** A run that no worker took up for so long does nothing; null for a run a person waits for. */
  readonly expiresAfterMs: number | null
}

/** What every job but the refresh is started with, beside its own. */
export interface JobInput {
  readonly trigger: Trigger
  readonly limits: RunLimits
}

/** How a job ended, beside its own report. */
export interface JobEnd {
  readonly runId: string
  readonly status: RunStatus
  /** One sentence for people. */
  readonly message: string
  readonly startedAt: string
  readonly durationMs: number
}

/** Where a job stands: its report so far, and one sentence. */
export interface JobProgress {
  readonly message: string
  readonly report: object
  /** ISO 8601. */
  readonly since: string
}

export const jobProgressQuery = defineQuery<JobProgress>('progress')
