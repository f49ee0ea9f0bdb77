import { setTimeout as sleep } from 'node:timers/promises'
import type { Connection } from '@temporalio/client'
import { SEARCH_ATTRIBUTES } from '../../contracts/search-attributes.ts'
import type { TemporalConfig } from '../../platform/config/config.ts'
import { addSearchAttributes, areSearchable } from '../../platform/temporal-server/index.ts'
import { connectTemporal, withinMs, type TemporalConnection } from '../../temporal/connect.ts'
import { GRPC_STATUS } from '../../temporal/grpc-status.ts'
import { isTemporalUnavailable } from '../../temporal/unavailable.ts'
import { temporalTargetOf } from '../../platform/connection-targets.ts'
import { cannotRun } from '../errors/command-error.ts'
import type { UpContext } from './up-context.ts'

const ANSWER_TIMEOUT_MS = 15_000
/** A server reloads its list of search attributes once a minute. */
const SEARCHABLE_TIMEOUT_MS = 90_000
const LOOK_EVERY_MS = 500

export interface ExternalTemporalOptions extends Pick<UpContext, 'signal' | 'say'> {
  readonly temporal: TemporalConfig
}

/** Adds the search attributes that an external server lacks; changes nothing else there. */
export async function prepareExternalTemporal({
  temporal,
  signal,
  say,
}: ExternalTemporalOptions): Promise<void> {
  if (temporal.kind === 'embedded') return
  const external = connectTemporal(temporalTargetOf(temporal))
  try {
    await untilAnswered(external, temporal.address)
    const added = await addMissing(external)
    if (added.length === 0) return
    say(`✓ search attributes added to namespace ${temporal.namespace}: ${added.join(', ')}`)
    await untilSearchable(external, signal)
  } finally {
    await external.close()
  }
}

async function untilAnswered({ client }: TemporalConnection, address: string): Promise<void> {
  const { namespace } = client.options
  try {
    await withinMs(client, ANSWER_TIMEOUT_MS, () =>
      client.workflowService.describeNamespace({ namespace }),
    )
  } catch (error) {
    if (isTemporalUnavailable(error)) {
      throw cannotRun(
        `no Temporal server answers at ${address}, which TEMPORAL_ADDRESS or the profile names`,
        'start that server or correct TEMPORAL_ADDRESS; without it, `up` runs a server of its own',
        error,
      )
    }
    if (codeOf(error) === GRPC_STATUS.notFound) {
      throw cannotRun(
        `the Temporal server at ${address} has no namespace ${namespace}`,
        `create it with \`temporal operator namespace create --namespace ${namespace}\`, or set TEMPORAL_NAMESPACE`,
        error,
      )
    }
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
    // A client without the right to list the attributes may still use them.
    if (codeOf(error) !== undefined && (await isUsable(connection, options))) return []
    throw cannotRun(
      `the search attributes ${Object.keys(SEARCH_ATTRIBUTES).join(' and ')} could not be added: ${detailsOf(error)}`,
      `have the operator of the server add them:\n${commandsFor(options.namespace)}`,
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
  while (!(await isUsable(connection, options)) && Date.now() < deadlineMs) {
    await sleep(LOOK_EVERY_MS, undefined, { signal })
  }
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
