import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import { findCities } from '../cities/find-cities.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { withStoredDatabase } from '../target/database-access.ts'
import { say, sayJson } from '../terminal/output.ts'
import { disagreementsText } from './disagreement-text.ts'

export interface DisagreementsOptions {
  readonly open?: boolean
  readonly provider?: ProviderId
  readonly city?: string
  readonly limit: number
  readonly json?: boolean
}

export const showDisagreements = ({
  open = false,
  provider,
  city,
  limit,
  json = false,
}: DisagreementsOptions): Promise<ExitCode> =>
  withStoredDatabase('read', async (db) => {
    const { listDisagreements } = await import('../../db/queries/disagreements.ts')
    const [cityId] = city === undefined ? [] : await findCities(db, [city], { inactiveToo: true })
    const found = await listDisagreements(db, {
      open: open ? true : undefined,
      provider,
      cityId,
      limit,
    })
    if (json) sayJson(found)
    else say(disagreementsText(found))
    return EXIT.ok
  })
