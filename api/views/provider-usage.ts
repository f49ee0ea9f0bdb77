import type { hourlyUsage } from '../../db/queries/provider-usage.ts'

export type UsageRow = Awaited<ReturnType<typeof hourlyUsage>>[number]

const sumOf = (rows: readonly UsageRow[], field: 'requests' | 'weight'): number =>
  rows.reduce((sum, row) => sum + row[field], 0)

/** Every hour of the span: one without a request is none that is missing. */
export const usageHours = (span: readonly Date[], rows: readonly UsageRow[]) =>
  span.map((hour) => {
    const here = rows.filter((row) => row.hour.getTime() === hour.getTime())
    const failed = here.filter(({ outcome }) => outcome !== 'ok')
    const [main] = [...failed].sort((one, other) => other.requests - one.requests)
    return {
      hour: hour.toISOString(),
      requests: sumOf(here, 'requests'),
      failed: sumOf(failed, 'requests'),
      weight: sumOf(here, 'weight'),
      main_failure: main?.outcome ?? null,
    }
  })
