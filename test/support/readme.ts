import { readFileSync } from 'node:fs'

/** The lines of the shell blocks of a document, by its path from the top; one that goes on is one. */
export function documentedLines(path = 'README.md'): string[] {
  const text = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
  const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block ?? '')
  const lines = blocks.flatMap((block) => block.replaceAll(/ *\\\n */g, ' ').split('\n'))
  return lines.filter((line) => line.trim() !== '')
}

/** Splits a line as a shell does, for words with and without quotes. */
export const wordsOf = (line: string): string[] =>
  [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  )

export interface DocumentedCall {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

/** A documented curl line as the request it makes. */
export function callOf(line: string): DocumentedCall {
  const words = wordsOf(line).slice(1)
  const after = (flag: string): string[] =>
    words.filter((_, index) => index > 0 && words[index - 1] === flag)
  return {
    method: after('-X')[0] ?? 'GET',
    url: words.find((word) => word.startsWith('http')) ?? '',
    headers: Object.fromEntries(after('-H').map((header) => header.split(': ', 2))),
    body: after('-d')[0],
  }
}
