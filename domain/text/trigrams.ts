/** Two blanks before a word and one after it, so that its beginning weighs more than its end. */
const padded = (word: string): string => `  ${word} `

/**
 * The runs of three characters in each word of a folded name, as PostgreSQL's pg_trgm makes them:
 * names that share many of them are alike, wherever the slip is.
 */
export const trigramsOf = (key: string): string[] => [
  ...new Set(wordsOf(key).flatMap((word) => runsOf(padded(word)))),
]

/** Those that every name has in which a word begins with the last word of `beginning`. */
export const trigramsOfBeginning = (beginning: string): string[] => [
  ...new Set(
    wordsOf(beginning).flatMap((word, at, words) =>
      runsOf(at < words.length - 1 ? padded(word) : padded(word).slice(0, -1)),
    ),
  ),
]

const wordsOf = (key: string): string[] => key.split(' ').filter((word) => word !== '')

function runsOf(text: string): string[] {
  const characters = [...text]
  return characters.slice(0, -2).map((_, at) => characters.slice(at, at + 3).join(''))
}
