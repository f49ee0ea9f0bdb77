import { InvalidArgumentError } from 'commander'
import { printableText } from '../terminal/arguments.ts'

const MAX_NAME = 80
const MAX_DAYS = 3650

export function tokenName(text: string): string {
  const name = printableText(text).trim()
  if (name.length > 0 && name.length <= MAX_NAME) return name
  throw new InvalidArgumentError(`It must be a name of 1 to ${MAX_NAME} characters.`)
}

export function expiryDays(text: string): number {
  const days = Number(/^(\d{1,4})d$/.exec(text)?.[1])
  if (days >= 1 && days <= MAX_DAYS) return days
  throw new InvalidArgumentError(`It must be a number of days, 1d to ${MAX_DAYS}d.`)
}
