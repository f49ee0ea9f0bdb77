import { CLOCK_CHANGE } from './scenes/clock-change.ts'
import { MESONETS } from './scenes/mesonets.ts'
import { POLAR } from './scenes/polar.ts'
import type { Scene } from './scenes/scene.ts'

export type { Scene, ScenePlace } from './scenes/scene.ts'

export const SCENE_NAMES = ['polar', 'clock-change', 'mesonets'] as const

export type SceneName = (typeof SCENE_NAMES)[number]

export const SCENES: Readonly<Record<SceneName, Scene>> = {
  polar: POLAR,
  'clock-change': CLOCK_CHANGE,
  mesonets: MESONETS,
}
