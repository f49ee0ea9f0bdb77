import type { Supervisor } from '../../platform/processes/index.ts'
import type { PartReadiness } from './part-readiness.ts'
import type { Site } from './site.ts'

/** What the steps of a start work with. */
export interface Stack {
  readonly site: Site
  readonly supervisor: Supervisor
  readonly readiness: PartReadiness
  /** Aborts when the instance begins to end, by whatever wish or fault. */
  readonly signal: AbortSignal
  readonly say: (line: string) => void
}
