import { describe, expect, it } from 'vitest'
import { isDatabaseUnavailable, isDataFault, isPassingFault } from './faults.ts'

/** As a query's failure comes: the driver's error is the cause. */
const failedWith = (code: string): Error =>
  new Error('Failed query: select 1', { cause: Object.assign(new Error('no'), { code }) })

const judgedOf = (error: unknown) => ({
  isAway: isDatabaseUnavailable(error),
  isPassing: isPassingFault(error),
  isData: isDataFault(error),
})

describe('an unavailable database', () => {
  it.each([
    ['no connection to it', 'ECONNREFUSED'],
    ['a connection that was reset', 'ECONNRESET'],
    ['a connection that was aborted', 'ECONNABORTED'],
    ['a name that is not found', 'ENOTFOUND'],
    ['a name server that does not answer', 'EAI_AGAIN'],
    ['a network that does not answer', 'ETIMEDOUT'],
    ['a closed pipe', 'EPIPE'],
    ['a host without a route', 'EHOSTUNREACH'],
    ['a network without a route', 'ENETUNREACH'],
    ['a connection that took too long', 'CONNECT_TIMEOUT'],
    ['a connection that the driver lost', 'CONNECTION_CLOSED'],
    ['a connection exception', '08000'],
    ['a connection that does not exist', '08003'],
    ['a connection failure', '08006'],
    ['a pooler without a server', '08P01'],
    ['too many connections', '53300'],
    ['a shutdown', '57P01'],
    ['a crash', '57P02'],
    ['a start', '57P03'],
    ['a session that was idle for too long', '57P05'],
  ])('is recognised by %s (%s)', (_, code) => {
    const judged = { isAway: true, isPassing: true, isData: false }
    expect(judgedOf(failedWith(code))).toEqual(judged)
    expect(judgedOf(new Error('outer', { cause: failedWith(code) }))).toEqual(judged)
  })
})

describe('a database that answers', () => {
  it.each([
    ['a failover, where it only reads for a while', '25006'],
    ['a deadlock', '40P01'],
    ['a full disk', '53100'],
    ['a lock that did not come', '55P03'],
  ])('may take the same write later after %s (%s)', (_, code) => {
    expect(judgedOf(failedWith(code))).toEqual({ isAway: false, isPassing: true, isData: false })
  })

  it.each([
    ['a value out of range', '22003'],
    ['a missing parent row', '23503'],
    ['too complex a statement', '54001'],
  ])('refuses a write for what it holds: %s (%s)', (_, code) => {
    expect(judgedOf(failedWith(code))).toEqual({ isAway: false, isPassing: false, isData: true })
  })

  it.each([
    ['a missing table', '42P01'],
    ['a cancelled statement', '57014'],
    ['a transaction that is not open', '25P01'],
    ['a missing file', 'ENOENT'],
  ])('is not waited for after %s (%s)', (_, code) => {
    expect(judgedOf(failedWith(code))).toEqual({ isAway: false, isPassing: false, isData: false })
  })
})
