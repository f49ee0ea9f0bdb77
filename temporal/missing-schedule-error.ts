/** A file without the Temporal client: the command line recognises the class at each failure. */
export class MissingScheduleError extends Error {
  override readonly name = 'MissingScheduleError'
  readonly scheduleId: string

  constructor(id: string) {
    super(`the schedule ${id} is not on the server, or is not ours there`)
    this.scheduleId = id
  }
}
