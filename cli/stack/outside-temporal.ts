import { setTimeout as sleep } from 'node:timers/promises'
import type { Connection } from '@temporalio/client'
import { SEARCH_ATTRIBUTES } from '../../contracts/search-attributes.ts'
import type { TemporalConfig } from '../../platform/config.ts'
import { addSearchAttributes, areSearchable } from '../../platform/temporal-server/index.ts'
import { connectTemporal, withinMs, type TemporalConnection } from '../../temporal/connect.ts'
import { isTemporalUnavailable } from '../../temporal/unavailable.ts'
import { cannotRun } from '../command-failure.ts'
import { temporalTargetOf } from '../connections.ts'
import type { Stack } from './stack.ts'

const ANSWER_TIMEOUT_MS = 15_000
/** A server reads its list of them anew once a minute. */
const SEARCHABLE_TIMEOUT_MS = 90_000
const LOOK_EVERY_MS = 500
/** gRPC's number for: not found. */
const NOT_FOUND = 5

export interface OutsideTemporal extends Pick<Stack, 'signal' | 'say'> {
  readonly temporal: TemporalConfig
}

/** Readies a server that is not ours: adds the search attributes it lacks, changes nothing else. */
export async function prepareOutsideTemporal({
  temporal,
  signal,
  say,
}: OutsideTemporal): Promise<void> {
  if (temporal.kind === 'embedded') return
  const outside = connectTemporal(temporalTargetOf(temporal))
  try {
    await untilAnswered(outside, temporal.address)
    const added = await addMissing(outside)
    if (added.length === 0) return
    say(`✓ search attributes added to namespace ${temporal.namespace}: ${added.join(', ')}`)
    await untilSearchable(outside, signal)
  } finally {
    await outside.close()
  }
}

async function untilAnswered({ client }: TemporalConnection, address: string): Promise<void> {
  const { namespace } = client.options
  try {
    await withinMs(client, ANSWER_TIMEOUT_MS, () =>
      client.workflowService.describeNamespace({ namespace }),
    )
  } catch (error) {
    if (isTemporalUnavailable(error))
      throw cannotRun(
        `no Temporal server answers at ${address}, which TEMPORAL_ADDRESS or the profile names`,
        'start that server or correct TEMPORAL_ADDRESS; without it, `up` runs a server of its own',
        error,
      )
    if (codeOf(error) === NOT_FOUND)
      throw cannotRun(
        `the Temporal server at ${address} has no namespace ${namespace}`,
        `create it with \`temporal operator namespace create --namespace ${namespace}\`, or set TEMPORAL_NAMESPACE`,
        error,
      )
    throw cannotRun(
      `the Temporal server of TEMPORAL_ADDRESS (${address}) refuses: ${detailsOf(error)}`,
      'correct TEMPORAL_ADDRESS, TEMPORAL_API_KEY or the TEMPORAL_TLS settings',
      error,
    )
  }
}

async function addMissing({ client, connection }: TemporalConnection): Promise<string[]> {
  const options = optionsOf(client.options.namespace)
  try {
    return await withinMs(client, ANSWER_TIMEOUT_MS, () => addSearchAttributes(connection, options))
  } catch (error) {
    // Who may not read the list may still use what is on it.
    if (codeOf(error) !== undefined && (await isUsable(connection, options))) return []
    throw cannotRun(
      `the search attributes ${Object.keys(SEARCH_ATTRIBUTES).join(' and ')} could not be added: ${detailsOf(error)}`,
      `ask whoever runs the server for them:\n${commandsFor(options.namespace)}`,
      error,
    )
  }
}

async function untilSearchable(
  { client, connection }: TemporalConnection,
  signal: AbortSignal,
): Promise<void> {
  const options = optionsOf(client.options.namespace)
  const deadlineMs = Date.now() + SEARCHABLE_TIMEOUT_MS
  while (!(await isUsable(connection, options)) && Date.now() < deadlineMs)
    await sleep(LOOK_EVERY_MS, undefined, { signal })
}

const isUsable = (connection: Connection, options: ReturnType<typeof optionsOf>) =>
  connection.withDeadline(Date.now() + ANSWER_TIMEOUT_MS, () => areSearchable(connection, options))

const optionsOf = (namespace: string) => ({ namespace, searchAttributes: SEARCH_ATTRIBUTES })

function commandsFor(namespace: string): string {
  const commands = Object.entries(SEARCH_ATTRIBUTES).map(
    ([name, type]) =>
      `  temporal operator search-attribute create --namespace ${namespace} --name ${name} --type ${type}`,
  )
  return commands.join('\n')
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined

function detailsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return 'details' in error && error.details !== '' ? String(error.details) : error.message
}
