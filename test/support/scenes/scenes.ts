import type { Scene } from './scene.ts'
import { placeScenes } from './place-scenes.ts'
import { analyticsScenes } from './analytics-scenes.ts'
import { cleanupScenes } from './cleanup-scenes.ts'
import { deliveryScenes } from './delivery-scenes.ts'
import { monitoringScenes } from './monitoring-scenes.ts'
import { refreshScenes } from './refresh-scenes.ts'
import type { RefreshStack } from '../refresh/refresh-stack.ts'
import { warmingScenes } from './warming-scenes.ts'

/** Every path of every workflow; each set is played on a stack of its own. */
export const SCENES: readonly ((stack: RefreshStack) => AsyncGenerator<Scene>)[] = [
  refreshScenes,
  placeScenes,
  warmingScenes,
  monitoringScenes,
  analyticsScenes,
  cleanupScenes,
  deliveryScenes,
]
