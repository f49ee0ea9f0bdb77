import type { Connection } from '@temporalio/client'
import { msToTs, tsToMs } from '@temporalio/common/lib/time.js'
import { addSearchAttributes, type SearchAttributeOptions } from './search-attributes.ts'

export interface NamespaceOptions extends SearchAttributeOptions {
  readonly retentionMs: number
}

/** Makes retention and search attributes what they should be; changes nothing that already is. */
export async function prepareNamespace(
  connection: Connection,
  options: NamespaceOptions,
): Promise<void> {
  await setRetention(connection, options)
  // The server's own flag for them does nothing on a file from an earlier start.
  await addSearchAttributes(connection, options)
}

async function setRetention(
  { workflowService }: Connection,
  { namespace, retentionMs }: NamespaceOptions,
): Promise<void> {
  const { config } = await workflowService.describeNamespace({ namespace })
  const current = config?.workflowExecutionRetentionTtl
  if (current && tsToMs(current) === retentionMs) return
  await workflowService.updateNamespace({
    namespace,
    config: { workflowExecutionRetentionTtl: msToTs(retentionMs) },
  })
}
