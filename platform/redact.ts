import { Secret } from './secret.ts'

const HIDDEN = '[secret]'

/** Shorter ones would blank out innocent text everywhere. */
const MIN_SECRET_LENGTH = 4

/** Passwords of development databases are words; within their URL they are hidden anyway. */
const MIN_PASSWORD_LENGTH = 8

/** `user:password@` of any URL, known to us or not. */
const URL_PASSWORD = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/?#@"]*):[^\s/"@]+@/gi

export type Redactor = (text: string) => string

/** Replaces secrets, also as they look inside JSON and URLs, and the passwords of URLs. */
export function createRedactor(secrets: readonly (Secret | string)[]): Redactor {
  const forms = redactValues(
    secrets.map((secret) => (secret instanceof Secret ? secret.reveal() : secret)),
  )
  const known = forms.length === 0 ? undefined : new RegExp(forms.map(escaped).join('|'), 'g')
  return (text) => {
    const hidden = known === undefined ? text : text.replace(known, HIDDEN)
    return hidden.includes('://') ? hidden.replace(URL_PASSWORD, `$1:${HIDDEN}@`) : hidden
  }
}

/** Everything to look for, longest first: the values, passwords within them, and encoded forms. */
export function redactValues(values: readonly string[]): string[] {
  const all = values
    .flatMap((value) => [value, ...passwordOf(value)])
    .flatMap((value) => [value, JSON.stringify(value).slice(1, -1), encodeURIComponent(value)])
    .filter((value) => value.length >= MIN_SECRET_LENGTH)
  return [...new Set(all)].sort((a, b) => b.length - a.length)
}

function passwordOf(value: string): string[] {
  if (!value.includes('://') || !URL.canParse(value)) return []
  const { username, password } = new URL(value)
  const isWord = password.length < MIN_PASSWORD_LENGTH || password === username
  return isWord ? [] : [password, decoded(password)]
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
