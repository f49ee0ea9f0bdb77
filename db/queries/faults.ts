import { NETWORK_ERROR_CODES } from '../../domain/network-error-codes.ts'

const AWAY = new Set<string>([
  ...NETWORK_ERROR_CODES,
  // Of the driver.
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  // Too many connections, shutting down, crashed, starting up, a session closed for its idleness.
  '53300',
  '57P01',
  '57P02',
  '57P03',
  '57P05',
])

const CONNECTION_CLASS = '08'

/** Whether the database was away, so that the same query may succeed later. */
export const isDatabaseUnavailable = (error: unknown): boolean =>
  codesOf(error).some((code) => AWAY.has(code) || isOfClass(code, [CONNECTION_CLASS]))

/** Transactions that stood in each other's way, resources that ran out, a lock that did not come. */
const PASSING_CLASSES = ['40', '53', '55']

/** During a failover, the server that still answers only reads. */
const READ_ONLY = '25006'

/** Whether the same write may succeed later. */
export const isPassingFault = (error: unknown): boolean =>
  isDatabaseUnavailable(error) ||
  codesOf(error).some((code) => code === READ_ONLY || isOfClass(code, PASSING_CLASSES))

/** Cardinality, data exception, integrity, program limit: it is in what was to be written. */
const DATA_CLASSES = ['21', '22', '23', '54']

/** Whether a write fails for what it holds, so that it fails each time, and another does not. */
export function isDataFault(error: unknown): boolean {
  if (isPassingFault(error)) return false
  const states = codesOf(error).filter(isSqlState)
  if (states.length > 0) return states.some((code) => isOfClass(code, DATA_CLASSES))
  // It did not get as far as the database: a value has no form there, such as an invalid date.
  return causesOf(error).some((cause) => cause instanceof RangeError || cause instanceof TypeError)
}

/** What the database said, without the statement and the values in it. */
export const faultText = (error: unknown): string => causesOf(error).at(-1)?.message ?? 'unknown'

/** A table or a column that this version needs is not there. */
export const isSchemaMissing = (error: unknown): boolean =>
  codesOf(error).some((code) => code === '42P01' || code === '42703')

const isSqlState = (code: string): boolean => /^[0-9A-Z]{5}$/.test(code)

const isOfClass = (code: string, classes: readonly string[]): boolean =>
  isSqlState(code) && classes.includes(code.slice(0, 2))

/** Of the error and its causes, outermost first. */
export const codesOf = (error: unknown): string[] =>
  causesOf(error).flatMap((cause) => ('code' in cause ? [String(cause.code)] : []))

function causesOf(error: unknown): Error[] {
  const causes: Error[] = []
  for (let cause = error; cause instanceof Error; cause = cause.cause) causes.push(cause)
  return causes
}
