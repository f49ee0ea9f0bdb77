import type { Database } from '../../db/database.ts'
import { citiesRead, mostRead, readsByHour } from '../../db/queries/city-read-hours.ts'
import type { ApiUsage } from '../../domain/analytics/analytics-overview.ts'
import { hoursUpTo } from '../../domain/time/hours.ts'

const TOP_CITIES = 10

export async function readApiUsage(
  db: Database,
  { at, hours }: { at: Date; hours: number },
): Promise<ApiUsage> {
  const period = hoursUpTo(at, hours)
  const [since = at] = period
  const counted = await readsByHour(db, since)
  const requestsAt = new Map(counted.map(({ hour, requests }) => [hour.getTime(), requests]))
  const byHour = period.map((hour) => ({ hour, requests: requestsAt.get(hour.getTime()) ?? 0 }))
  const totalRequests = byHour.reduce((sum, { requests }) => sum + requests, 0)
  return {
    hours,
    totalRequests,
    uniqueCities: await citiesRead(db, since),
    requestsPerHour: totalRequests / hours,
    byHour,
    topCities: await mostRead(db, since, TOP_CITIES),
  }
}
