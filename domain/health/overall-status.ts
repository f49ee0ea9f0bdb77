/**
 * `unknown`: what it depends on does not answer; `not_used`: this installation does without it.
 */
export const COMPONENT_STATUSES = [
  'healthy',
  'degraded',
  'unhealthy',
  'unknown',
  'not_used',
] as const

export type ComponentStatus = (typeof COMPONENT_STATUSES)[number]

export const COMPONENTS = ['temporal', 'workers', 'database', 'redis', 'providers'] as const

export type Component = (typeof COMPONENTS)[number]

export const OVERALL_STATUSES = ['healthy', 'degraded', 'unhealthy'] as const

export type OverallStatus = (typeof OVERALL_STATUSES)[number]

export interface HealthFacts {
  readonly components: Readonly<Record<Component, ComponentStatus>>
  /** Whether the database holds values young enough to be worth reading. */
  readonly isServed: boolean
}

const isFine = (status: ComponentStatus): boolean => status === 'healthy' || status === 'not_used'

/**
 * Unhealthy is what a load balancer should turn away from: nothing can be read, or no provider can be
 * asked and what is stored has grown old. Everything else that is wrong degrades: weather is served,
 * and may grow older than it should.
 */
export function overallStatus({ components, isServed }: HealthFacts): OverallStatus {
  if (components.database === 'unhealthy') return 'unhealthy'
  if (components.providers === 'unhealthy' && !isServed) return 'unhealthy'
  return COMPONENTS.every((name) => isFine(components[name])) ? 'healthy' : 'degraded'
}
