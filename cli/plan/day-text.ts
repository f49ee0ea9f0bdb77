import type { PlannedTick } from '../../domain/plan/planned-day.ts'
import { PROVIDER_IDS, type ProviderId } from '../../domain/provider/provider-catalogue.ts'
import { HOUR_MS } from '../../domain/time/durations.ts'
import { sparkline } from '../terminal/sparkline.ts'
import { tableText } from '../terminal/table.ts'

/** What the next day asks of each provider, hour by hour. */
export function dayText(ticks: readonly PlannedTick[]): string {
  const [first] = ticks
  const from = first?.at.toISOString().slice(0, 16).replace('T', ' ') ?? ''
  const rows = PROVIDER_IDS.flatMap((id) => {
    const hours = byHour(ticks, id)
    const sum = hours.reduce((total, weight) => total + weight, 0)
    return sum > 0 ? [{ id, hours, sum }] : []
  })
  return tableText(
    [
      { title: `24 hours from ${from} UTC`, text: (one) => one.id, rank: 0 },
      { title: 'by the hour', text: (one) => sparkline(one.hours), rank: 1 },
      {
        title: 'together',
        text: (one) => String(Math.round(one.sum)),
        align: 'right',
        rank: 0,
      },
    ],
    rows,
  )
}

function byHour(ticks: readonly PlannedTick[], id: ProviderId): number[] {
  const start = ticks[0]?.at.getTime() ?? 0
  const hours = new Map<number, number>()
  for (const { at, calls } of ticks) {
    const hour = Math.floor((at.getTime() - start) / HOUR_MS)
    hours.set(hour, (hours.get(hour) ?? 0) + (calls[id]?.weight ?? 0))
  }
  return [...hours.values()]
}
