import type { QuotaReport } from '../domain/quota-report.ts'
import type { JobEnd, JobInput } from './job.ts'

export type MonitorQuotaInput = JobInput

export type MonitorQuotaResult = QuotaReport & JobEnd
