import { Connection } from '@temporalio/client'
import { pino } from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import { noStoredOutcomes } from '../../contracts/refresh-progress.ts'
import { TASK_QUEUE_NAMES } from '../../contracts/task-queues.ts'
import { toConnectedConfig, type ConnectedConfig } from '../../platform/config/connected-config.ts'
import { readEnv } from '../../platform/config/env.ts'
import { connectTemporal } from '../../temporal/connect.ts'
import { createWeatherClient } from '../../temporal/client.ts'
import { startWorkers } from '../../workers/main.ts'
import { startChaosStack, type ChaosStack } from '../support/refresh/chaos-stack.ts'
import { someCities } from '../support/data/some-cities.ts'
import { ownTemporalAddress } from '../support/temporal/temporal-address.ts'
import { until } from '../support/until.ts'
import { testWorkflowBundle } from '../support/temporal/workflow-bundle.ts'

const address = ownTemporalAddress()
const log = pino({ level: 'fatal' })
const workflowBundle = await testWorkflowBundle()

describe('the workers of a process', () => {
  let stack: ChaosStack

  const start = async (): Promise<void> => {
    stack = await startChaosStack({
      temporalAddress: address,
      cities: someCities(5),
      latencyMs: 0,
    })
  }
  afterEach(() => stack.close())

  const configOf = (variables: Readonly<Record<string, string>> = {}): ConnectedConfig =>
    toConnectedConfig(readEnv({ ...stack.variables, ...variables }))

  it('ask for work on the queues they were given, and on no other', async () => {
    await start()
    const namespace = await newNamespace()
    const temporal = connectTemporal({ connection: { address }, namespace })
    const { unservedQueues } = createWeatherClient(temporal, noStoredOutcomes, () => new Date())
    const queues = ['maintenance', 'monitoring'] as const
    const workers = await startWorkers(configOf({ TEMPORAL_NAMESPACE: namespace }), log, {
      queues,
      workflowBundle,
    })
    const others = TASK_QUEUE_NAMES.filter((queue) => !queues.some((own) => own === queue))
    await until(async () => (await unservedQueues()).length === others.length, {
      what: 'pollers on two queues',
    })
    expect(await unservedQueues()).toEqual(others)
    await workers.stop()
    await temporal.close()
  })

  it('do not start where the namespace is missing, and say so', async () => {
    await start()
    const config = configOf({ TEMPORAL_NAMESPACE: 'nowhere' })
    await expect(startWorkers(config, log, { workflowBundle })).rejects.toThrow(/nowhere/)
  })

  it('finish what is under way after a request to stop; the next worker repeats no request', async () => {
    await start()
    stack.emulator.control.setFaults([{ provider: 'open-meteo', kind: 'delay', delayMs: 3_000 }])
    const first = await startWorkers(configOf(), log, { workflowBundle })
    const run = await stack.startRun({ fanOut: 'bulk' })
    await until(() => stack.emulator.control.stats()['open-meteo'].inFlight > 0, {
      what: 'a call is under way',
    })
    await first.stop()
    expect(run.isOver()).toBe(false)
    expect(stack.emulator.control.stats()['open-meteo'].inFlight).toBe(0)
    const next = await startWorkers(configOf(), log, { concurrency: 1, workflowBundle })
    expect(await run.result).toMatchObject({ status: 'completed', ok: 5, left: 0 })
    expect(stack.emulator.control.stats()['open-meteo'].places).toBe(5)
    await next.stop()
  })
})

/** The server's own namespace has been asked for work by others. */
async function newNamespace(): Promise<string> {
  const namespace = `queues-${process.pid}-${Date.now()}`
  const connection = await Connection.connect({ address })
  const retention = { workflowExecutionRetentionPeriod: { seconds: 86_400 as never } }
  await connection.workflowService.registerNamespace({ namespace, ...retention })
  await until(
    () =>
      connection.workflowService.describeTaskQueue({ namespace, taskQueue: { name: 'any' } }).then(
        () => true,
        () => false,
      ),
    { what: 'the namespace is known everywhere' },
  )
  await connection.close()
  return namespace
}
