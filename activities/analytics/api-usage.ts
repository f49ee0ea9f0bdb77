import type { Database } from '../../db/client.ts'
import { citiesRead, mostRead, readsByHour } from '../../db/queries/overview.ts'
import type { ApiUsage } from '../../domain/analytics-overview.ts'
import { rounded } from '../../domain/weather-sums.ts'
import { hoursUpTo } from './hours.ts'

const TOP_CITIES = 10

export async function readApiUsage(
  db: Database,
  { at, hours }: { at: Date; hours: number },
): Promise<ApiUsage> {
  const asked = hoursUpTo(at, hours)
  const [since = at] = asked
  const counted = await readsByHour(db, since)
  const byHour = new Map(counted.map(({ hour, requests }) => [hour.getTime(), requests]))
  const breakdown = asked.map((hour) => ({
    hour: hour.toISOString(),
    requests: byHour.get(hour.getTime()) ?? 0,
  }))
  const total = breakdown.reduce((sum, { requests }) => sum + requests, 0)
  return {
    period: `${hours} hours`,
    total_requests: total,
    unique_cities: await citiesRead(db, since),
    avg_requests_per_hour: rounded(total / hours) ?? 0,
    hourly_breakdown: breakdown,
    top_cities: await mostRead(db, since, TOP_CITIES),
    generated_at: at.toISOString(),
  }
}
