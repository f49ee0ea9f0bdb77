import type { MonitorQuotaInput, MonitorQuotaResult } from '../contracts/monitor-quota.ts'

export function monitorApiQuota(_input: MonitorQuotaInput): Promise<MonitorQuotaResult> {
  throw new Error('to be written')
}
