import {
  ApplicationFailure,
  condition,
  continueAsNew,
  proxyActivities,
  setHandler,
} from '@temporalio/workflow'
import { refreshProgressQuery, type RefreshProgress } from '../../../contracts/refresh-progress.ts'
import { NO_PROVIDER_ANSWERED } from '../../../contracts/refresh-results.ts'

/** Stand under the real names, but end as their input's city says. */
const HALF_WAY: RefreshProgress = {
  total: 10,
  done: 5,
  failed: 0,
  skipped: 0,
  joined: 0,
  waiting: 5,
  ratePerSecond: 1,
  fanOut: 'city',
  since: '2026-11-22T10:00:00.000Z',
}

const { flaky } = proxyActivities<{ flaky: () => Promise<void> }>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '50ms', backoffCoefficient: 1, maximumInterval: '50ms' },
})

export async function refreshAllCities({ force, carried }: { force: boolean; carried?: object }) {
  setHandler(refreshProgressQuery, () => HALF_WAY)
  if (force && !carried) {
    return continueAsNew<typeof refreshAllCities>({ force, carried: {} })
  }
  if (force) return { status: 'completed' }
  await condition(() => false)
  return undefined
}

export async function refreshCity({ city }: { city: { name: string } }) {
  if (city.name === 'Retry') await flaky()
  if (city.name === 'Failure') {
    throw ApplicationFailure.create({
      type: NO_PROVIDER_ANSWERED,
      message: 'No provider answered for Failure',
      nonRetryable: true,
      details: [[{ provider: 'open-meteo', products: ['conditions'], outcome: 'timeout' }]],
    })
  }
  if (city.name === 'Hang') await condition(() => false)
  return { name: city.name }
}

export const findPlaces = async () => ({ kind: 'answered', places: [] })
