import type * as workflows from '../../workflows/index.ts'
import { analyticsScenes } from './analytics-scenes.ts'
import { cleanupScenes } from './cleanup-scenes.ts'
import { monitoringScenes } from './monitoring-scenes.ts'
import { refreshScenes } from './refresh-scenes.ts'
import type { RefreshStack } from './refresh-stack.ts'
import { warmingScenes } from './warming-scenes.ts'

/** One run worth keeping, and what it is an example of. */
export interface Scene {
  readonly workflow: keyof typeof workflows
  readonly name: string
  readonly workflowId: string
  readonly runId?: string
}

/** Every path of every workflow; each set is played on a stack of its own. */
export const SCENES: readonly ((stack: RefreshStack) => AsyncGenerator<Scene>)[] = [
  refreshScenes,
  warmingScenes,
  monitoringScenes,
  analyticsScenes,
  cleanupScenes,
]
