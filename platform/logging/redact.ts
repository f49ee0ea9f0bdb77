import { HIDDEN, maskSecrets } from '../../domain/text/mask-secrets.ts'
import { API_TOKENS } from '../api-token.ts'
import { WEBHOOK_SECRETS } from '../webhooks/webhook-secret.ts'
import { Secret } from '../config/secret.ts'

/** Passwords of development databases are words; within their URL they are hidden anyway. */
const MIN_PASSWORD_LENGTH = 8

/** `user:password@` of any URL, known to us or not. */
const URL_PASSWORD = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/?#@"]*):[^\s/"@]+@/gi

export type Redactor = (text: string) => string

/** Replaces secrets, however they are written, the passwords of URLs, API tokens and secrets of webhooks, known or not. */
export function createRedactor(secrets: readonly (Secret | string)[]): Redactor {
  const values = secrets.map((secret) => (secret instanceof Secret ? secret.reveal() : secret))
  const mask = maskSecrets(values.flatMap((value) => [value, ...passwordOf(value)]))
  return (text) => {
    const hidden = mask(text).replace(API_TOKENS, HIDDEN).replace(WEBHOOK_SECRETS, HIDDEN)
    return hidden.includes('://') ? hidden.replace(URL_PASSWORD, `$1:${HIDDEN}@`) : hidden
  }
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
