import type { Connection } from '@temporalio/client'
import { msToTs, tsToMs } from '@temporalio/common/lib/time.js'
import type { SearchAttributeKind, SearchAttributes } from './dev-server.ts'

export interface NamespaceOptions {
  namespace: string
  retentionMs: number
  searchAttributes: SearchAttributes
}

/** How the server's API numbers the kinds. */
const KIND_NUMBERS: Record<SearchAttributeKind, number> = {
  Text: 1,
  Keyword: 2,
  Int: 3,
  Double: 4,
  Bool: 5,
  Datetime: 6,
  KeywordList: 7,
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

async function addSearchAttributes(
  { operatorService }: Connection,
  { namespace, searchAttributes }: NamespaceOptions,
): Promise<void> {
  const { customAttributes } = await operatorService.listSearchAttributes({ namespace })
  const existing = customAttributes as Partial<Record<string, number>>
  const missing: Record<string, number> = {}
  for (const [name, kind] of Object.entries(searchAttributes)) {
    const number = existing[name]
    if (number === undefined) missing[name] = KIND_NUMBERS[kind]
    else if (number !== KIND_NUMBERS[kind]) throw new Error(otherKind(namespace, name, kind))
  }
  if (Object.keys(missing).length === 0) return
  await operatorService.addSearchAttributes({ namespace, searchAttributes: missing })
}

function otherKind(namespace: string, name: string, kind: SearchAttributeKind): string {
  return (
    `the search attribute ${name} of namespace ${namespace} exists with another type than ${kind}; ` +
    'a type cannot be changed: use another database file, or remove the attribute'
  )
}
