import { inspect } from 'node:util'

const HIDDEN = '[secret]'

/** A value that shows only to who calls `reveal()`: not to JSON, templates, inspect or loggers. */
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
