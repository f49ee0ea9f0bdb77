import type { QuietHours } from '../../domain/thresholds/quiet-hours.ts'
import type { ThresholdSeverity, ThresholdSide } from '../../domain/thresholds/threshold.ts'
import { thresholdFieldNamed } from '../../domain/thresholds/threshold.ts'
import { thresholdValue } from '../../domain/thresholds/threshold-value.ts'
import { findCities } from '../cities/find-cities.ts'
import { wrongUsage } from '../errors/command-error.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { withStoredDatabase } from '../target/database-access.ts'
import { note, say, sayJson } from '../terminal/output.ts'
import { thresholdText, thresholdsText } from './threshold-text.ts'

export interface JsonOption {
  readonly json?: boolean
}

export interface CreateOptions extends JsonOption {
  readonly name: string
  readonly field: string
  readonly above?: number
  readonly below?: number
  readonly unit?: string
  readonly severity?: ThresholdSeverity
  readonly city?: string
  readonly quiet?: QuietHours
}

export async function createStored(options: CreateOptions): Promise<ExitCode> {
  const rule = ruleOf(options)
  const { city, json = false } = options
  const change = { command: 'thresholds create', fields: { ...rule, city } }
  const { stored, isAnyWebhook } = await withStoredDatabase(change, async (db) => {
    const [cityId = null] = city === undefined ? [] : await findCities(db, [city])
    const [{ storeThreshold }, { listWebhooks }] = await Promise.all([
      import('../../db/queries/thresholds.ts'),
      import('../../db/queries/webhooks.ts'),
    ])
    const stored = await storeThreshold(db, { ...rule, cityId, createdAt: new Date() })
    if (!stored) throw nameIsTaken(rule.name)
    return { stored, isAnyWebhook: (await listWebhooks(db)).length > 0 }
  })
  if (json) sayJson(stored)
  else say(thresholdText(stored))
  if (!isAnyWebhook) note('No webhook is notified yet: `weather247 webhooks create` says who is.')
  return EXIT.ok
}

const nameIsTaken = (name: string) =>
  wrongUsage(
    `there is a threshold "${name}" already`,
    'take another name; `weather247 thresholds list` shows those taken',
  )

/** What holds from which value on; where it holds is looked up. */
function ruleOf(options: CreateOptions) {
  const { name, above, below, unit, severity = 'warning', quiet = null } = options
  const field = thresholdFieldNamed(options.field)
  const given = above ?? below
  if (field === undefined || given === undefined) {
    throw wrongUsage('neither --above nor --below is given', 'say from which value on it holds')
  }
  const side: ThresholdSide = above === undefined ? 'below' : 'above'
  const parsed = thresholdValue(field, given, unit)
  if (parsed.kind === 'wrong') throw wrongUsage(`the value makes no sense: ${parsed.why}`)
  return { name, field, side, value: parsed.value, severity, quiet }
}

export async function createPresets({
  quiet,
  json = false,
}: Pick<CreateOptions, 'quiet' | 'json'>): Promise<ExitCode> {
  const change = { command: 'thresholds presets', fields: { quiet } }
  const created = await withStoredDatabase(change, async (db) => {
    const { storePresets } = await import('../../db/queries/thresholds.ts')
    return storePresets(db, quiet ?? null, new Date())
  })
  if (json) sayJson(created)
  else if (created.length === 0) say('All of them were there before.')
  else say(created.map(thresholdText).join('\n'))
  return EXIT.ok
}

export async function listStored({ json = false }: JsonOption): Promise<ExitCode> {
  const found = await withStoredDatabase('read', async (db) => {
    const { listThresholds } = await import('../../db/queries/thresholds.ts')
    return listThresholds(db)
  })
  if (json) sayJson(found)
  else say(thresholdsText(found))
  return EXIT.ok
}

export async function deleteStored(name: string): Promise<ExitCode> {
  const change = { command: 'thresholds delete', fields: { name } }
  await withStoredDatabase(change, async (db) => {
    const { deleteThreshold, thresholdNamed } = await import('../../db/queries/thresholds.ts')
    const found = await thresholdNamed(db, name)
    if (found && (await deleteThreshold(db, found.id))) return
    throw wrongUsage(
      `there is no threshold "${name}"`,
      '`weather247 thresholds list` shows those there are',
    )
  })
  say(`Threshold "${name}" is deleted.`)
  return EXIT.ok
}
