import { HIDDEN, maskSecrets, type Mask } from '../../domain/text/mask-secrets.ts'

export type SecretQuery = Readonly<Record<string, string>>

/** Masks what a server sends, which may repeat our URL, before anything of it is read. */
export class QueryMasks {
  readonly #masks = new Map<string, Mask>()

  for(secretQuery: SecretQuery = {}): Mask {
    const key = new URLSearchParams(secretQuery).toString()
    const mask = this.#masks.get(key) ?? maskQuery(secretQuery)
    this.#masks.set(key, mask)
    return mask
  }
}

function maskQuery(secretQuery: SecretQuery): Mask {
  const mask = maskSecrets(Object.values(secretQuery))
  const names = Object.keys(secretQuery).join('|')
  if (names === '') return mask
  // Also where the server has cut the key short.
  const parameter = new RegExp(`([?&;](?:amp;)?(?:${names})=)[^&\\s"'<>\\\\]+`, 'gi')
  return (text) => mask(text).replace(parameter, `$1${HIDDEN}`)
}
