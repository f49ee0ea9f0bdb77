/** What a part of ours prints, alone on a line, once it does its work. */
const READY = /^\{"(?:url|ready)":/

/** The line for `part`; a log line never begins like this. */
export const readyLine = (part: string): string => JSON.stringify({ ready: part })

/** Lets whoever starts a part wait until the part says that it is ready. */
export class PartReadiness {
  readonly #waiting = new Map<string, () => void>()

  hear(part: string, line: string): void {
    if (!READY.test(line)) return
    this.#waiting.get(part)?.()
    this.#waiting.delete(part)
  }

  said(part: string): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.set(part, resolve)
    })
  }
}
