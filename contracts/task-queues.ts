/** Names are those of the original system's queues. */
export const TASK_QUEUES = {
  weatherRefresh: 'weather_refresh',
} as const

export type TaskQueue = (typeof TASK_QUEUES)[keyof typeof TASK_QUEUES]
