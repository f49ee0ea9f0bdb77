import type { AlertFinding } from '../../domain/alerts/alert.ts'
import type { AlertFacts } from '../../domain/alerts/alert-facts.ts'
import { alertFindings } from '../../domain/alerts/alert-rules.ts'
import type { ProviderSetup } from '../../domain/provider/provider-setup.ts'
import type { Database } from '../database.ts'
import { alertFacts } from './alert-facts.ts'
import { applyFindings, type AlertCounts } from './alerts.ts'

export interface Evaluation {
  readonly facts: AlertFacts
  readonly findings: readonly AlertFinding[]
  readonly counts: AlertCounts
}

/** Judges what is stored by the rules of alerts, and stores what they found. */
export async function evaluateAlerts(
  db: Database,
  setups: readonly ProviderSetup[],
  now: Date,
): Promise<Evaluation> {
  const facts = await alertFacts(db, setups, now)
  const findings = alertFindings(facts)
  return { facts, findings, counts: await applyFindings(db, findings, now) }
}
