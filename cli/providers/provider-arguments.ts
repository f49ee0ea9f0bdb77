import { InvalidArgumentError } from 'commander'
import { PROVIDER_IDS, type ProviderId } from '../../domain/provider/provider-catalogue.ts'
import { LIMITS_FORM, parseLimits, type LimitSetting } from '../../domain/quota/limit-text.ts'

export function providerArgument(text: string): ProviderId {
  const id = PROVIDER_IDS.find((one) => one === text)
  if (id !== undefined) return id
  throw new InvalidArgumentError(`It must be one of ${PROVIDER_IDS.join(', ')}.`)
}

/** `none` is no limit at all. */
export function limitsArgument(text: string): readonly LimitSetting[] {
  if (text === 'none') return []
  const limits = parseLimits(text)
  if (limits !== undefined) return limits
  throw new InvalidArgumentError(`It must be none, or ${LIMITS_FORM}.`)
}

export function moneyArgument(text: string): number {
  const value = Number(text)
  if (/^\d{1,9}(\.\d{1,9})?$/.test(text)) return value
  throw new InvalidArgumentError('It must be an amount of money, such as 0.0001 or 25.')
}
