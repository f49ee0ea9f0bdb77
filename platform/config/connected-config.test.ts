import { expect, test } from 'vitest'
import { toConfigOfPart, toConnectedConfig } from './connected-config.ts'
import { readEnv } from './env.ts'
import type { SettingsError } from './settings-error.ts'

const BOTH = { TEMPORAL_ADDRESS: '127.0.0.1:2', DATABASE_URL: 'postgres://127.0.0.1:3/postgres' }

const namesMissing = (variables: Record<string, string>): string[] => {
  try {
    toConnectedConfig(readEnv(variables))
    return []
  } catch (error) {
    return (error as SettingsError).problems.map(({ name }) => name)
  }
}

test.each([
  [{}, ['DATABASE_URL', 'TEMPORAL_ADDRESS']],
  [{ TEMPORAL_ADDRESS: BOTH.TEMPORAL_ADDRESS }, ['DATABASE_URL']],
  [{ DATABASE_URL: BOTH.DATABASE_URL }, ['TEMPORAL_ADDRESS']],
  [BOTH, []],
])('with %j it misses %j', (variables, missing) => {
  expect(namesMissing(variables)).toEqual(missing)
})

test('a part of the demo keeps its mode', () => {
  expect(toConfigOfPart(readEnv(BOTH), 'demo')).toMatchObject({
    mode: 'demo',
    temporal: { kind: 'external', address: '127.0.0.1:2' },
    database: { kind: 'external' },
  })
})
