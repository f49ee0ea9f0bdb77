import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { toConfig } from '../../platform/config/config.ts'
import { readEnv } from '../../platform/config/env.ts'
import {
  BYTES_PER_ROW,
  retentionHours,
  rowsPerCityDay,
  TEMPORAL_BYTES,
  temporalBytesPerRun,
} from './disk-growth.ts'

const config = (variables: Record<string, string> = {}) =>
  toConfig(readEnv({ HOME: '/none', ...variables }), { mode: 'live' })

const retention = (variables: Record<string, string> = {}, diskMb = 1_000) =>
  retentionHours(config(variables), diskMb)

it('keeps runs for three days where they fit, and for as long as they fit where not', () => {
  expect(retention()).toBe(72)
  expect(retention({}, 500)).toBe(48)
  expect(retention({}, 1)).toBe(6)
  const often = {
    WEATHER247_REFRESH_INTERVAL_MINUTES: '5',
    WEATHER247_MAX_AGE_MINUTES: '5',
  }
  expect(retention(often)).toBe(32)
  // What is due only every 15 minutes is not refreshed more often by a shorter tick.
  expect(retention({ WEATHER247_REFRESH_INTERVAL_MINUTES: '5' }, 500)).toBe(48)
})

it('never keeps more than the size that is set', () => {
  for (const diskMb of [100, 300, 700, 1_000]) {
    const runs = retention({}, diskMb) * 4
    expect(runs * temporalBytesPerRun(100, 'city')).toBeLessThanOrEqual(diskMb * 1_000_000)
  }
})

it('is what docs/operating.md says', () => {
  const page = readFileSync(new URL('../../docs/operating.md', import.meta.url), 'utf8').replace(
    /\s+/g,
    ' ',
  )
  const kb = (bytes: number) => `${bytes / 1_000} KB`
  const { run, shard, cityWorkflow } = TEMPORAL_BYTES
  expect(page).toContain(
    `${kb(run)} for the run, ${kb(shard)} for each shard and, in gear city, ${kb(cityWorkflow)} for each city`,
  )
  const perCityDay = (96 * temporalBytesPerRun(100, 'city')) / 100 / 1e6
  expect(page).toContain(`${perCityDay.toFixed(1)} MB for each city and day`)
  const rows = rowsPerCityDay(config())
  expect(page).toContain(
    `${rows} rows of ${BYTES_PER_ROW} bytes, ${Math.round((rows * BYTES_PER_ROW) / 1_000)} KB`,
  )
})
