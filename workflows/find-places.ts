import { proxyActivities } from '@temporalio/workflow'
import type {
  FindPlacesActivities,
  FindPlacesInput,
  FindPlacesResult,
} from '../contracts/find-places.ts'

/** Of an answer that comes later no one would know. */
const ANSWER_TIMEOUT = '15s'

/** Asks the gazetteer of a provider for places, on behalf of a person who adds a city. */
export function findPlaces(input: FindPlacesInput): Promise<FindPlacesResult> {
  const activities = proxyActivities<FindPlacesActivities>({
    summary: 'name' in input.query ? `places named ${input.query.name}` : `place ${input.query.id}`,
    scheduleToCloseTimeout: ANSWER_TIMEOUT,
    startToCloseTimeout: ANSWER_TIMEOUT,
    retry: { maximumAttempts: 2 },
  })
  return activities.findPlaces(input)
}
