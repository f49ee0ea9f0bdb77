import type { QuietHours } from '../../domain/thresholds/quiet-hours.ts'
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
  readonly city?: string
  readonly quiet?: QuietHours
}

export async function createStored(options: CreateOptions): Promise<ExitCode> {
  const { name, above, below, unit, city, quiet = null, json = false } = options
  const field = thresholdFieldNamed(options.field)
  const given = above ?? below
  if (field === undefined || given === undefined) {
    throw wrongUsage('neither --above nor --below is given', 'say from which value on it holds')
  }
  const side = above === undefined ? 'below' : 'above'
  const parsed = thresholdValue(field, given, unit)
  if (parsed.kind === 'wrong') throw wrongUsage(`the value makes no sense: ${parsed.why}`)
  const { value } = parsed
  const { stored, isAnybodyTold } = await withStoredDatabase('change', async (db) => {
    const [cityId = null] = city === undefined ? [] : await findCities(db, [city])
    const [{ storeThreshold }, { listWebhooks }] = await Promise.all([
      import('../../db/queries/thresholds.ts'),
      import('../../db/queries/webhooks.ts'),
    ])
    const rule = { name, field, side, value, cityId, quiet, createdAt: new Date() } as const
    const stored = await storeThreshold(db, rule)
    return { stored, isAnybodyTold: (await listWebhooks(db)).length > 0 }
  })
  if (!stored) {
    throw wrongUsage(
      `there is a threshold "${name}" already`,
      'take another name; `weather247 thresholds list` shows those taken',
    )
  }
  if (json) sayJson(stored)
  else say(thresholdText(stored))
  if (!isAnybodyTold) note('Nobody is told yet: `weather247 webhooks create` says who is.')
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
  const deleted = await withStoredDatabase('change', async (db) => {
    const { deleteThreshold, thresholdNamed } = await import('../../db/queries/thresholds.ts')
    const found = await thresholdNamed(db, name)
    return found && deleteThreshold(db, found.id)
  })
  if (!deleted) {
    throw wrongUsage(
      `there is no threshold "${name}"`,
      '`weather247 thresholds list` shows those there are',
    )
  }
  say(`Threshold "${name}" is deleted.`)
  return EXIT.ok
}
