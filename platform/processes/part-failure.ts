/** A part that ended or never became ready, with what it said last. */
export class PartFailure extends Error {
  override readonly name = 'PartFailure'
  readonly part: string
  readonly lastWords: readonly string[]

  constructor(part: string, what: string, lastWords: readonly string[], cause?: unknown) {
    const said =
      lastWords.length === 0 ? ', without a word' : `; its last words:\n  ${lastWords.join('\n  ')}`
    super(`${part} ${what}${said}`, { cause })
    this.part = part
    this.lastWords = lastWords
  }
}
