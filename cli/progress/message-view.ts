const LINE_EVERY_MS = 3_000

/** A line every few seconds, when there is something else to say. */
export function createMessageView(write: (line: string) => void, nowMs = Date.now) {
  let writtenAtMs = nowMs()
  let written = ''
  return {
    show(message: string): void {
      if (message === written || nowMs() - writtenAtMs < LINE_EVERY_MS) return
      write(message)
      written = message
      writtenAtMs = nowMs()
    },
    end: (): void => undefined,
  }
}
