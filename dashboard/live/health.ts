import { answerOf, api, type Answer } from '../api.ts'

export type Health = Answer<'/api/weather/monitoring/health'>

/** Its 503 has the same body: what is not healthy is what it is asked for. */
export async function healthNow(): Promise<Health> {
  const { data, error, response } = await api.GET('/api/weather/monitoring/health')
  const said = data ?? (error as Partial<Health> | undefined)
  if (said?.overall_status) return said as Health
  return answerOf<Health>(Promise.resolve({ error, response }))
}
