import { InvalidArgumentError } from 'commander'
import { isPlanned } from '../../domain/plan/planned-provider.ts'
import type { Outage, SimulatedProvider } from '../../domain/plan/simulation/simulated-days.ts'
import { PROVIDER_IDS, type ProviderId } from '../../domain/provider/provider-catalogue.ts'
import { QUOTA_WINDOWS } from '../../domain/quota/windows.ts'

const NAMES = PROVIDER_IDS.filter((id) => isPlanned({ id }) && id !== 'aviation-weather')

function providerNamed(name: string | undefined): ProviderId {
  const id = NAMES.find((one) => one === name)
  if (id !== undefined) return id
  throw new InvalidArgumentError(`It must begin with one of: ${NAMES.join(', ')}.`)
}

/** `open-meteo=1000/day`, or `met-norway` for what is published; of the same provider they add up. */
export function budget(
  text: string,
  before: readonly SimulatedProvider[] = [],
): readonly SimulatedProvider[] {
  const [name, given] = text.split('=')
  const id = providerNamed(name)
  const others = before.filter((one) => one.id !== id)
  if (given === undefined) return [...others, { id }]
  const [amount, window] = given.split('/')
  const limit = Number(amount)
  const found = QUOTA_WINDOWS.find((one) => one === window)
  if (!/^\d{1,9}$/.test(amount ?? '') || !found || found === 'minute') {
    throw new InvalidArgumentError(
      'It must be like open-meteo=1000/day, with /hour, /day or /month.',
    )
  }
  const limits = before.find((one) => one.id === id)?.limits ?? []
  return [...others, { id, limits: [...limits, { window: found, limit }] }]
}

/** `open-meteo@10:00-12:00`, in UTC. */
export function outage(text: string, before: readonly Outage[] = []): readonly Outage[] {
  const [name, times] = text.split('@')
  const id = providerNamed(name)
  const [from, to] = (times ?? '').split('-').map(minuteOf)
  if (from === undefined || to === undefined || from >= to) {
    throw new InvalidArgumentError('It must be like open-meteo@10:00-12:00, within one day of UTC.')
  }
  return [...before, { id, from, to }]
}

function minuteOf(text: string): number | undefined {
  const match = /^(\d{2}):(\d{2})$/.exec(text)
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2])]
  return match && hour <= 24 && minute < 60 && hour * 60 + minute <= 1_440
    ? hour * 60 + minute
    : undefined
}
