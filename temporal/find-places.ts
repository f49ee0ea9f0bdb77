import type { Client } from '@temporalio/client'
import type { FindPlacesInput, FindPlacesResult } from '../contracts/find-places.ts'
import { PRIORITY_KEYS } from '../contracts/refresh.ts'
import { TASK_QUEUES } from '../contracts/task-queues.ts'
import { workflowIds } from '../contracts/workflow-ids.ts'
import type { PlaceQuery } from '../domain/city/geocoder.ts'
import { withinMs } from './connect.ts'

/** For as long a caller waits. */
const ANSWER_TIMEOUT_MS = 8_000
/** A question that no worker took up by then is dropped. */
const RUN_TIMEOUT = '20s'

/**
 * Asks the workers for places; who asks the same at the same time gets the same answer.
 * @throws where Temporal, or every worker, is away.
 */
export async function findPlaces(client: Client, query: PlaceQuery): Promise<FindPlacesResult> {
  const input: FindPlacesInput = { query }
  return withinMs(client, ANSWER_TIMEOUT_MS, async () => {
    const handle = await client.workflow.start('findPlaces', {
      taskQueue: TASK_QUEUES.weatherRefresh,
      workflowId: workflowIds.findPlaces(query),
      workflowIdConflictPolicy: 'USE_EXISTING',
      args: [input],
      workflowExecutionTimeout: RUN_TIMEOUT,
      priority: { priorityKey: PRIORITY_KEYS.person },
      staticSummary: 'name' in query ? `Places named ${query.name}` : `Place ${query.id}`,
    })
    return (await handle.result()) as FindPlacesResult
  })
}
