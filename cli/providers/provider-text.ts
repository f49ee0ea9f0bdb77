import { circuitText, type Circuit } from '../../domain/provider/circuit.ts'
import { providerFacts } from '../../domain/provider/provider-catalogue.ts'
import { overridesOf, type ProviderSetup } from '../../domain/provider/provider-setup.ts'
import type { MoneyReport } from '../../domain/quota/budget.ts'
import { limitsText } from '../../domain/quota/limit-text.ts'
import type { ProviderQuotaReport } from '../../domain/quota/quota-report.ts'
import type { StoredChange } from '../../db/queries/provider-controls.ts'
import { tableText, terminalWidth, type Column } from '../terminal/table.ts'

/** A provider as it is used, and how it stands. */
export interface ShownProvider {
  readonly setup: ProviderSetup
  readonly report: ProviderQuotaReport
  /** Whether it can be asked now; null where it can. */
  readonly reason: string | null
  readonly money: MoneyReport | null
}

const useText = ({ setup }: ShownProvider): string => {
  if (setup.order !== null) return String(setup.order)
  return setup.barredBy === null ? 'off' : 'cannot be used'
}

const stateText = ({ setup, reason }: ShownProvider): string =>
  setup.barredBy ?? (setup.isEnabled ? (reason ?? 'healthy') : 'not in use')

const usedText = ({ report }: ShownProvider): string =>
  report.windows
    .map(({ window, used, limit, source }) => {
      const by = source === 'local' ? '' : ` (by its ${source})`
      return `${Math.round(used)}/${limit ?? '∞'} ${window}${by}`
    })
    .join('\n')

export function providersText(
  providers: readonly ShownProvider[],
  width = terminalWidth(),
): string {
  const columns: readonly Column<ShownProvider>[] = [
    { title: 'Provider', text: ({ setup }) => setup.id, rank: 0 },
    { title: 'Order', text: useText, rank: 0 },
    { title: 'Priority', text: ({ setup }) => String(setup.priority), rank: 3, align: 'right' },
    { title: 'State', text: stateText, rank: 0 },
    { title: 'Used', text: usedText, rank: 1, align: 'right' },
    { title: 'Key', text: ({ setup }) => setup.key, rank: 2 },
    {
      title: 'Commercial use',
      text: ({ setup }) => providerFacts(setup.id).commercialUse,
      rank: 4,
    },
  ]
  return tableText(columns, providers, width)
}

export function providerText(shown: ShownProvider, changes: readonly StoredChange[]): string {
  const { setup, report, money } = shown
  const { name, attribution, products } = providerFacts(setup.id)
  const { quota, pace, maxPlacesPerRequest } = setup.limits
  const lines = [
    `${name} (${setup.id}): ${stateText(shown)}`,
    `  order        ${useText(shown)}, priority ${setup.priority}`,
    `  products     ${products.join(', ')}`,
    `  key          ${setup.key}`,
    `  limits       ${limitsText(quota) || 'none'}`,
    ...quota.map((limit) => `               ${limit.window}: ${limit.source}, ${limit.asOf}`),
    `  used         ${usedText(shown).replaceAll('\n', ', ')}`,
    `  pace         ${pace.maxInFlight} in flight, ${pace.spacingMs} ms apart, ${maxPlacesPerRequest} places a request`,
    ...report.circuits.flatMap(circuitLines),
    ...(money
      ? [`  cost         ${money.spent} of ${money.budget ?? 'no budget'} this month`]
      : []),
    `  licence      ${attribution.licence}: ${attribution.text}, ${attribution.url}`,
    ...changes.map((change) => `  changed      ${changeText(change)}`),
  ]
  return lines.join('\n')
}

function circuitLines(circuit: Circuit): string[] {
  const line = `  not asked    ${circuitText(circuit)}`
  return circuit.sample === null ? [line] : [line, `               ${circuit.sample.slice(0, 300)}`]
}

const changeText = ({ at, changedBy, change }: StoredChange): string =>
  `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC by ${changedBy}: ${JSON.stringify(change)}`

/** For programs: no key is part of it. */
export const providerJson = ({ setup, report, reason, money }: ShownProvider) => ({
  id: setup.id,
  name: providerFacts(setup.id).name,
  order: setup.order,
  priority: setup.priority,
  is_active: setup.isEnabled,
  not_usable_reason: setup.barredBy,
  key: setup.key,
  health_reason: reason,
  commercial_use: providerFacts(setup.id).commercialUse,
  limits: overridesOf(setup.limits),
  limits_text: limitsText(setup.limits.quota),
  windows: report.windows.map(({ window, used, limit, source, resetsAt }) => ({
    window,
    used,
    limit,
    source,
    resets_at: resetsAt,
  })),
  circuits: report.circuits,
  cost: money && { spent: money.spent, budget: money.budget, status: money.level },
  changed_at: setup.changedAt,
  changed_by: setup.changedBy,
})
