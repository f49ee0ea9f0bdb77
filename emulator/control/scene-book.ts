import type { SceneName } from '../scenes.ts'

/** Which scene plays, if any. */
export interface SceneBook {
  readonly set: (name: SceneName) => void
  readonly clear: () => void
  readonly current: () => SceneName | null
}

export function createSceneBook(first: SceneName | null = null): SceneBook {
  let current = first
  return {
    set(name) {
      current = name
    },
    clear() {
      current = null
    },
    current: () => current,
  }
}
