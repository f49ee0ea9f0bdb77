/** A part prints this, alone on a line, once it serves. */
const READY = /^\{"(?:url|ready)":/

/** The readiness line of `part`; a log line never begins like this. */
export const readyLine = (part: string): string => JSON.stringify({ ready: part })

/** Waits for the readiness lines of started parts. */
export class PartReadiness {
  readonly #waiting = new Map<string, () => void>()

  readLine(part: string, line: string): void {
    if (!READY.test(line)) return
    this.#waiting.get(part)?.()
    this.#waiting.delete(part)
  }

  ready(part: string): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.set(part, resolve)
    })
  }
}
