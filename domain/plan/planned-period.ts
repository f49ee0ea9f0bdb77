/** A promise is planned so much shorter than it is: `plannedTicks`. */
export const PROMISE_MARGIN_TICKS = 2

/** One call that is missed is normal: beyond two periods a city is late. */
export const LATE_PERIODS = 2
