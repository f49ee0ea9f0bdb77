export const CLOCK_WINDOWS = ['minute', 'hour', 'day', 'month'] as const

export type ClockWindow = (typeof CLOCK_WINDOWS)[number]

/** How much of an ISO time names the window it falls into. */
const ISO_LENGTH: Record<ClockWindow, number> = { minute: 16, hour: 13, day: 10, month: 7 }

/** Providers count by the clock, in UTC: a window starts empty when its minute or hour turns. */
export const windowKey = (isoTime: string, window: ClockWindow): string =>
  isoTime.slice(0, ISO_LENGTH[window])
