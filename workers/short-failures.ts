import type { ActivityInterceptorsFactory } from '@temporalio/worker'
import { outsideText } from '../domain/text/printable-text.ts'

/** A driver quotes a whole statement with its values; histories hold what says what is wrong. */
const MAX_MESSAGE = 2_000
const DEEPEST_CAUSE = 5

/** An activity's failure keeps its type, with a message short enough for a history. */
export const shortFailures =
  (mask: (text: string) => string): ActivityInterceptorsFactory =>
  () => ({
    inbound: {
      async execute(input, next) {
        try {
          return await next(input)
        } catch (error) {
          throw shortened(error, mask)
        }
      },
    },
  })

function shortened(thrown: unknown, mask: (text: string) => string, depth = 0): unknown {
  if (!(thrown instanceof Error) || depth === DEEPEST_CAUSE) return thrown
  const cause = shortened(thrown.cause, mask, depth + 1)
  const frames = (thrown.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line))
  const message = outsideText(mask(thrown.message), MAX_MESSAGE)
  const stack = [`${thrown.name}: ${message}`, ...frames].join('\n')
  return withWords(thrown, { message, stack, ...(cause !== thrown.cause && { cause }) })
}

/** A copy of the same class where the error cannot be changed: one that is frozen. */
function withWords(error: Error, words: Readonly<Record<string, unknown>>): Error {
  const own = Object.entries(words).map(([key, value]) => [key, property(value)] as const)
  // A plain assignment throws where only the prototype has the property: at a DOMException.
  if (own.every(([key, descriptor]) => Reflect.defineProperty(error, key, descriptor))) return error
  return Object.create(Object.getPrototypeOf(error) as Error, {
    ...Object.getOwnPropertyDescriptors(error),
    name: property(error.name),
    ...Object.fromEntries(own),
  }) as Error
}

const property = (value: unknown): PropertyDescriptor => ({
  value,
  configurable: true,
  enumerable: false,
  writable: true,
})
