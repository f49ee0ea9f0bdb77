import type { Scene } from './scene.ts'
import type { RefreshStack } from '../refresh/refresh-stack.ts'
import { findPlaces } from '../../../temporal/find-places.ts'
import { workflowIds } from '../../../contracts/workflow-ids.ts'

/** A gazetteer that answers, and one that does not. */
export async function* placeScenes({ client, emulator }: RefreshStack): AsyncGenerator<Scene> {
  const found = { name: 'Hollywood', countryCode: 'IE' }
  await findPlaces(client, found)
  yield { workflow: 'findPlaces', name: 'found', workflowId: workflowIds.findPlaces(found) }
  emulator.control.setFaults([{ provider: 'open-meteo', kind: 'status', status: 503 }])
  const unanswered = { id: 4718314 }
  await findPlaces(client, unanswered)
  yield {
    workflow: 'findPlaces',
    name: 'unanswered',
    workflowId: workflowIds.findPlaces(unanswered),
  }
  emulator.control.setFaults([])
}
