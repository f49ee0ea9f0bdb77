import { HIDDEN } from '../text/mask-secrets.ts'

/** Enough for what a route takes; lists of a hundred cities are shown by their beginning. */
export const MOST_CHARACTERS = 400
const MOST_OF_A_VALUE = 100
/** What is looked at of a value: a search for secrets in a megabyte would hold up the process. */
const MOST_SEARCHED = 1000

const EMPTY = ['{}', '[]']

const SECRET_NAME = /key|token|secret|passw|credential|cookie|authori[sz]ation/i
const ADDRESS_NAME = /ur[il]$|address|webhook/i
/** Tokens of this API and of webhooks, wherever they stand in a text. */
const SECRET_TEXT = /\bw247_[\w-]+|\bwhsec_[\w+/=-]+|\bbearer\s+\S+/gi
const ADDRESS = /([a-z][a-z\d+.-]*:\/\/)([^\s/?#]*@)?([^\s/?#@]*)(\S*)/gi

/**
 * The fields of a request's body or of a command as JSON for the audit, cut where they are long.
 * Secrets are left out, and of an address all but its host: receivers put theirs there.
 */
export function auditedFields(body: unknown): string | null {
  if (typeof body !== 'object' || body === null) return null
  const text = JSON.stringify(body, shown)
  return EMPTY.includes(text) ? null : cut(text, MOST_CHARACTERS)
}

function shown(name: string, value: unknown): unknown {
  if (SECRET_NAME.test(name) && value !== null) return HIDDEN
  if (typeof value !== 'string') return value
  const text = hostsOf(beginningOf(value)).replaceAll(SECRET_TEXT, HIDDEN)
  // An address in another form than expected may hold anything.
  return ADDRESS_NAME.test(name) && text === value && !ORIGIN.test(value)
    ? HIDDEN
    : cut(text, MOST_OF_A_VALUE)
}

/** Without the word that is cut in two: nothing shows whether it was a secret. */
const beginningOf = (text: string): string =>
  text.length <= MOST_SEARCHED ? text : `${text.slice(0, MOST_SEARCHED).replace(/\S*$/, '')}…`

const ORIGIN = /^[a-z][a-z\d+.-]*:\/\/[^\s/?#@]*$/i

const hostsOf = (text: string): string =>
  text.replaceAll(
    ADDRESS,
    (_all, scheme: string, user: string | undefined, host: string, rest: string) =>
      scheme + (user ? `${HIDDEN}@` : '') + host + (rest.length > 1 ? `/${HIDDEN}` : ''),
  )

/** By characters, so that none is cut in two. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text
  return `${[...text.slice(0, most)].slice(0, -1).join('')}…`
}
