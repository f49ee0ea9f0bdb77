import type { Connection } from '@temporalio/client'
import type { SearchAttributeKind, SearchAttributes } from './dev-server.ts'

export interface SearchAttributeOptions {
  readonly namespace: string
  readonly searchAttributes: SearchAttributes
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

/** Adds what the namespace lacks, and answers with their names. */
export async function addSearchAttributes(
  { operatorService }: Connection,
  { namespace, searchAttributes }: SearchAttributeOptions,
): Promise<string[]> {
  const { customAttributes } = await operatorService.listSearchAttributes({ namespace })
  const existing = customAttributes as Partial<Record<string, number>>
  const missing: Record<string, number> = {}
  for (const [name, kind] of Object.entries(searchAttributes)) {
    const number = existing[name]
    if (number === undefined) missing[name] = KIND_NUMBERS[kind]
    else if (number !== KIND_NUMBERS[kind]) throw new Error(otherKind(namespace, name, kind))
  }
  const names = Object.keys(missing)
  if (names.length > 0) {
    await operatorService.addSearchAttributes({ namespace, searchAttributes: missing })
  }
  return names
}

function otherKind(namespace: string, name: string, kind: SearchAttributeKind): string {
  return (
    `the search attribute ${name} of namespace ${namespace} exists with another type than ${kind}; ` +
    'a type cannot be changed: use another database file, or remove the attribute'
  )
}

/** Whether the server takes them in a query, and so with a run. */
export async function areSearchable(
  { workflowService }: Connection,
  { namespace, searchAttributes }: SearchAttributeOptions,
): Promise<boolean> {
  const query = Object.keys(searchAttributes)
    .map((name) => `${name} IS NULL`)
    .join(' AND ')
  try {
    await workflowService.countWorkflowExecutions({ namespace, query })
    return true
  } catch {
    return false
  }
}
