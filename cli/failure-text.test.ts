import { CommanderError } from 'commander'
import { describe, expect, it } from 'vitest'
import { cannotRun, orCannotRun, wrongUsage } from './command-failure.ts'
import { EXIT } from './exit-codes.ts'
import { explainFailure } from './failure-text.ts'

const named = (name: string, message: string): Error => Object.assign(new Error(message), { name })

describe('explainFailure', () => {
  it('gives usage, readiness and fault an exit code each', () => {
    const codes = [
      wrongUsage('x'),
      new CommanderError(1, 'commander.unknownOption', 'x'),
      new CommanderError(0, 'commander.helpDisplayed', 'x'),
      cannotRun('x'),
      named('SettingsError', 'x'),
      named('ModeMismatchError', 'x'),
      new Error('failed', { cause: Object.assign(new Error('y'), { code: 'ECONNREFUSED' }) }),
      new Error('failed', { cause: Object.assign(new Error('UNAVAILABLE'), { code: 14 }) }),
      new TypeError('x'),
      'thrown text',
    ].map((error) => explainFailure(error, false).exitCode)
    const { usage, ok, cannotRun: no, failed } = EXIT
    expect(codes).toEqual([usage, usage, ok, no, no, no, no, no, failed, failed])
  })

  it('says what is wrong and what to do next, without a stack', () => {
    const { text } = explainFailure(cannotRun('the port is taken', 'choose another'), false)
    expect(text).toBe('the port is taken\n→ choose another')
  })

  it('names the innermost reason of a failed connection', () => {
    const cause = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5'), {
      code: 'ECONNREFUSED',
    })
    const { text } = explainFailure(new Error('Failed query: select 1', { cause }), false)
    expect(text).toMatch(/^no connection: connect ECONNREFUSED 127\.0\.0\.1:5\n→ start/)
  })

  it('names the innermost reason of any other failure, once', () => {
    const cause = new Error('3 INVALID_ARGUMENT: note too long')
    const { text } = explainFailure(new Error('Failed to patch schedule', { cause }), false)
    expect(text).toMatch(/^Failed to patch schedule: 3 INVALID_ARGUMENT: note too long\n→ /)
    const repeated = new Error(`refused (${cause.message})`, { cause })
    expect(explainFailure(repeated, false).text).toMatch(/^refused \(3 INVALID[^\n]*long\)\n/)
  })

  it('says what to correct when the namespace is not there', () => {
    for (const cause of [
      named('NamespaceNotFoundError', "Namespace not found: 'wether'"),
      named(
        'TransportError',
        'Namespace wether was not found: …errordetails.v1.NamespaceNotFoundFailure',
      ),
    ]) {
      const { exitCode, text } = explainFailure(new Error('Failed', { cause }), false)
      expect(exitCode).toBe(EXIT.cannotRun)
      expect(text).toMatch(/\n→ correct TEMPORAL_NAMESPACE, or create the namespace$/)
    }
  })

  it('shows stacks, causes too, only when asked to', () => {
    const error = new Error('outer', { cause: new Error('inner') })
    expect(explainFailure(error, false).text).not.toContain('at ')
    expect(explainFailure(error, true).text).toMatch(/Error: outer\n.*caused by: Error: inner\n/s)
  })
})

describe('orCannotRun', () => {
  it('keeps a failure that says more', async () => {
    const failure = wrongUsage('no such city')
    await expect(orCannotRun(Promise.reject(failure))).rejects.toBe(failure)
    await expect(orCannotRun(Promise.reject(new Error('locked')))).rejects.toMatchObject({
      exitCode: EXIT.cannotRun,
      message: 'locked',
    })
  })
})
