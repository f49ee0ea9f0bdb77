import type { SceneName } from '../../emulator/scenes.ts'
import type { Supervisor } from '../../platform/processes/index.ts'
import type { PartReadiness } from './part-readiness.ts'
import type { Layout } from './layout.ts'

/** Shared by the steps of a start. */
export interface UpContext {
  readonly layout: Layout
  readonly supervisor: Supervisor
  readonly readiness: PartReadiness
  /** What the emulator of a demo plays. */
  readonly scene?: SceneName | undefined
  /** Aborts when the instance begins to end, on request or after a failure. */
  readonly signal: AbortSignal
  readonly say: (line: string) => void
}
