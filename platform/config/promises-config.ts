import { tierOf } from '../../domain/plan/tier-text.ts'
import { ONCE_A_DAY, type Promised } from '../../domain/plan/promised-tier.ts'
import type { Env } from './env.ts'
import { SettingsError } from './settings-error.ts'

const NAME = 'WEATHER247_PROMISES'

/** A month: no one is promised more. */
const LONGEST_MINUTES = 30 * 24 * 60

/** @throws SettingsError for a promise that cannot be one, or that no city can have. */
export function decidePromises({
  WEATHER247_PROMISES: texts = [],
  WEATHER247_MAX_AGE_MINUTES: least,
}: Pick<Env, typeof NAME | 'WEATHER247_MAX_AGE_MINUTES'>): readonly Promised[] {
  const promises = texts.map(promiseOf)
  for (const { minutes } of promises) {
    if (minutes >= least && minutes <= LONGEST_MINUTES) continue
    throw complaint(
      `must promise from ${least} (WEATHER247_MAX_AGE_MINUTES) to ${LONGEST_MINUTES} minutes, not ${minutes}`,
    )
  }
  const all = promises.findIndex(({ kind }) => kind === 'all')
  if (all !== -1 && all < promises.length - 1) {
    throw complaint('must end with `all`: no city would have the promises behind it')
  }
  return all === -1 ? [...promises, ONCE_A_DAY] : promises
}

function promiseOf(text: string): Promised {
  const [who = '', minutes] = text.split('=')
  return { ...tierOf(who), minutes: Number(minutes) }
}

const complaint = (text: string): SettingsError =>
  new SettingsError([{ name: NAME, complaint: text }])
