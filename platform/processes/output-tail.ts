const MAX_LINE_LENGTH = 2_000

/** The last output lines of a process, to explain its end. */
export class OutputTail {
  readonly #lines: string[] = []
  readonly #maxLines: number

  constructor(maxLines = 20) {
    this.#maxLines = maxLines
  }

  add(line: string): void {
    this.#lines.push(line.slice(0, MAX_LINE_LENGTH))
    if (this.#lines.length > this.#maxLines) this.#lines.shift()
  }

  lines(): readonly string[] {
    return [...this.#lines]
  }
}
