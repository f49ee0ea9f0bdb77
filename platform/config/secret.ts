import { inspect } from 'node:util'
import { HIDDEN } from '../../domain/text/mask-secrets.ts'

/** A value that only `reveal()` returns: JSON, templates, inspect and loggers do not show it. */
export class Secret<T = string> {
  readonly #value: T

  constructor(value: T) {
    this.#value = value
  }

  reveal(): T {
    return this.#value
  }

  toString(): string {
    return HIDDEN
  }

  toJSON(): string {
    return HIDDEN
  }

  [inspect.custom](): string {
    return HIDDEN
  }
}
