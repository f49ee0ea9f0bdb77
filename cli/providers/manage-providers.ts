import type { Database } from '../../db/database.ts'
import { providerFacts, type ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { ProviderChange } from '../../domain/provider/provider-change.ts'
import { providerState } from '../../domain/provider/provider-state.ts'
import { providerSetups } from '../../domain/provider/provider-setup.ts'
import { judgeQuota } from '../../domain/quota/judge.ts'
import { installedProviders } from '../../platform/config/installed-providers.ts'
import type { ProvidersConfig } from '../../platform/config/config.ts'
import { wrongUsage } from '../errors/command-error.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { NOT_AUDITED, withDatabase, withStoredDatabase } from '../target/database-access.ts'
import { note, say, sayJson } from '../terminal/output.ts'
import { providerJson, providersText, providerText, type ShownProvider } from './provider-text.ts'

export interface JsonOption {
  readonly json?: boolean
}

/** As the audit names those who have the database. */
const COMMAND_LINE = 'command line'

const CHANGES_SHOWN = 5

export async function listProviders({ json = false }: JsonOption): Promise<ExitCode> {
  const providers = await withStoredDatabase('read', (db, config) => shown(db, config.providers))
  if (json) sayJson(providers.map(providerJson))
  else say(providersText(providers))
  return EXIT.ok
}

export async function showProvider(
  id: ProviderId,
  { json = false }: JsonOption,
): Promise<ExitCode> {
  const { provider, changes } = await withStoredDatabase('read', async (db, config) => {
    const { latestProviderChanges } = await import('../../db/queries/provider-controls.ts')
    return {
      provider: await shownOf(db, config.providers, id),
      changes: await latestProviderChanges(db, id, CHANGES_SHOWN),
    }
  })
  if (json) sayJson({ ...providerJson(provider), changes })
  else say(providerText(provider, changes))
  return EXIT.ok
}

/** Of the limits that are named; the others stay as they were. */
export type ChangeBefore = (before: ProviderChange['limits']) => ProviderChange

export async function changeStored(
  id: ProviderId,
  changeFrom: ChangeBefore,
  { json = false }: JsonOption,
): Promise<ExitCode> {
  const provider = await withDatabase(NOT_AUDITED, async (db, config) => {
    const { changeProvider, readProviderControls } =
      await import('../../db/queries/provider-controls.ts')
    const installed = installedProviders(config.providers, new Date())
    const controls = await readProviderControls(db)
    const before = controls.find((one) => one.provider === id)?.limits ?? null
    const change = changeFrom(before)
    const requested = { provider: id, change, changedBy: COMMAND_LINE, at: new Date() }
    const answer = await changeProvider(db, installed, requested)
    if ('refused' in answer) throw wrongUsage(answer.refused.detail, answer.refused.wayOut)
    return shownOf(db, config.providers, id)
  })
  if (json) sayJson(providerJson(provider))
  else {
    say(providerText(provider, []))
    note('Workers and API follow within seconds; nothing has to be restarted.')
  }
  return EXIT.ok
}

async function shown(db: Database, config: ProvidersConfig): Promise<ShownProvider[]> {
  const [{ readProviderControls }, { factsOfAll }] = await Promise.all([
    import('../../db/queries/provider-controls.ts'),
    import('../../db/queries/quota-facts.ts'),
  ])
  const now = new Date()
  const setups = providerSetups(installedProviders(config, now), await readProviderControls(db))
  const facts = await factsOfAll(db, setups, now)
  const reports = judgeQuota(facts, now).providers
  return setups.flatMap((setup, index) => {
    const [report, fact] = [reports[index], facts[index]]
    if (!report || !fact) return []
    const state = { report, hours: fact.hours, hasKey: setup.key !== 'missing' }
    const { reason } = providerState(state, now)
    return [{ setup, report, reason, money: report.money }]
  })
}

async function shownOf(
  db: Database,
  config: ProvidersConfig,
  id: ProviderId,
): Promise<ShownProvider> {
  const found = (await shown(db, config)).find(({ setup }) => setup.id === id)
  if (!found) throw new Error(`${providerFacts(id).name} is not installed`)
  return found
}
