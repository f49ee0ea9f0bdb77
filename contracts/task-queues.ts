/** Names are those of the original system's queues. */
export const TASK_QUEUES = {
  weatherRefresh: 'weather_refresh',
  maintenance: 'maintenance',
  cacheWarming: 'cache_warming',
  monitoring: 'monitoring',
  analytics: 'analytics',
} as const

export type TaskQueue = (typeof TASK_QUEUES)[keyof typeof TASK_QUEUES]

export const TASK_QUEUE_NAMES = Object.values(TASK_QUEUES)
