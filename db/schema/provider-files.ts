import { customType, integer, pgTable, text } from 'drizzle-orm/pg-core'
import type { ProviderErrorKind } from '../../domain/provider/provider-error.ts'
import { moment, providerId } from './columns.ts'

const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })

/** The file of a provider that answers for every place: the newest one, for all processes. */
export const providerFiles = pgTable('provider_files', {
  provider: providerId().primaryKey(),
  /** As it came; null until the first one has. */
  body: bytes(),
  /** The number of things it tells of, such as stations. */
  entries: integer(),
  etag: text(),
  lastModified: text(),
  /** When this body came; it is named by this moment. */
  fetchedAt: moment(),
  /** When the provider last said that it is the newest. */
  checkedAt: moment(),
  /** Until then one process fetches it and the others wait, or it is not fetched after a failure. */
  claimedUntil: moment(),
  /** The name of the claim that may end it; null where none is open. */
  claim: text(),
  /** Why it could not be fetched last time. */
  failure: text().$type<ProviderErrorKind>(),
  failureMessage: text(),
})
