import { describe, expect, it } from 'vitest'
import {
  COMPONENT_STATUSES,
  COMPONENTS,
  overallStatus,
  type Component,
  type ComponentStatus,
} from './overall-status.ts'

type States = Readonly<Record<Component, ComponentStatus>>

const UP: States = {
  temporal: 'healthy',
  workers: 'healthy',
  database: 'healthy',
  redis: 'healthy',
  providers: 'healthy',
}

const without = (...down: Component[]): States => ({
  ...UP,
  ...Object.fromEntries(down.map((name) => [name, 'unhealthy'])),
})

/** Workers, Redis, database and providers, each up (1) or down (0): the original's four. */
const TABLE = [
  [1, 1, 1, 1, 'healthy'],
  [1, 1, 1, 0, 'unhealthy'],
  [1, 1, 0, 1, 'unhealthy'],
  [1, 1, 0, 0, 'unhealthy'],
  [1, 0, 1, 1, 'degraded'],
  [1, 0, 1, 0, 'unhealthy'],
  [1, 0, 0, 1, 'unhealthy'],
  [1, 0, 0, 0, 'unhealthy'],
  [0, 1, 1, 1, 'degraded'],
  [0, 1, 1, 0, 'unhealthy'],
  [0, 1, 0, 1, 'unhealthy'],
  [0, 1, 0, 0, 'unhealthy'],
  [0, 0, 1, 1, 'degraded'],
  [0, 0, 1, 0, 'unhealthy'],
  [0, 0, 0, 1, 'unhealthy'],
  [0, 0, 0, 0, 'unhealthy'],
] as const

describe('E40: the truth table of health', () => {
  it.each(TABLE)(
    'workers %i, Redis %i, database %i, providers %i, with nothing stored that is young: %s',
    (workers, redis, database, providers, expected) => {
      const states = { workers, redis, database, providers }
      const down = COMPONENTS.filter((name) => name !== 'temporal' && states[name] === 0)
      expect(overallStatus({ components: without(...down), isServed: false })).toBe(expected)
    },
  )

  it('without a provider what is stored is served on, degraded', () => {
    const components = without('providers')
    expect(overallStatus({ components, isServed: true })).toBe('degraded')
  })

  it('without Temporal nothing is refreshed, and what is stored is served', () => {
    const components: States = { ...without('temporal'), workers: 'unknown' }
    expect(overallStatus({ components, isServed: true })).toBe('degraded')
  })

  it('a cache in memory is no fault', () => {
    const components: States = { ...UP, redis: 'not_used' }
    expect(overallStatus({ components, isServed: true })).toBe('healthy')
  })

  it('of all states is healthy where nothing is wrong, and unhealthy only where nothing is served', () => {
    let cases = 0
    for (const components of allStates()) {
      for (const isServed of [true, false]) {
        const overall = overallStatus({ components, isServed })
        const states = Object.values(components)
        const isFine = states.every((state) => state === 'healthy' || state === 'not_used')
        const isUnusable =
          components.database === 'unhealthy' || (components.providers === 'unhealthy' && !isServed)
        expect(overall === 'healthy').toBe(isFine)
        expect(overall === 'unhealthy').toBe(isUnusable)
        cases++
      }
    }
    expect(cases).toBe(2 * COMPONENT_STATUSES.length ** COMPONENTS.length)
  })
})

function* allStates(): Generator<States> {
  const count = COMPONENT_STATUSES.length
  for (let index = 0; index < count ** COMPONENTS.length; index++) {
    const statuses = COMPONENTS.map((name, place) => [
      name,
      COMPONENT_STATUSES[Math.floor(index / count ** place) % count],
    ])
    yield Object.fromEntries(statuses) as States
  }
}
