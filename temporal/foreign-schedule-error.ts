/** A file without the Temporal client: the command line recognises the class at each failure. */
export class ForeignScheduleError extends Error {
  override readonly name = 'ForeignScheduleError'
}
