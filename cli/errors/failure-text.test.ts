import { CommanderError } from 'commander'
import { describe, expect, it } from 'vitest'
import { ModeMismatchError } from '../../db/mode-mismatch-error.ts'
import { SettingsError } from '../../platform/config/settings-error.ts'
import { DirectoryInUseError } from '../../platform/processes/index.ts'
import { ForeignScheduleError } from '../../temporal/foreign-schedule-error.ts'
import { MissingScheduleError } from '../../temporal/missing-schedule-error.ts'
import { cannotRun, orCannotRun, wrongUsage } from './command-error.ts'
import { EXIT } from '../exit-codes.ts'
import { explainFailure } from './failure-text.ts'

const named = (name: string, message: string): Error => Object.assign(new Error(message), { name })

describe('explainFailure', () => {
  it('gives usage, readiness and fault an exit code each', () => {
    const codes = [
      wrongUsage('x'),
      new CommanderError(1, 'commander.unknownOption', 'x'),
      new CommanderError(0, 'commander.helpDisplayed', 'x'),
      cannotRun('x'),
      new SettingsError([{ name: 'PORT', complaint: 'x' }]),
      new ModeMismatchError('x'),
      new DirectoryInUseError('x'),
      new ForeignScheduleError('x'),
      new Error('failed', { cause: Object.assign(new Error('y'), { code: 'ECONNREFUSED' }) }),
      new Error('failed', { cause: Object.assign(new Error('UNAVAILABLE'), { code: 14 }) }),
      new TypeError('x'),
      'thrown text',
    ].map((error) => explainFailure(error, false).exitCode)
    const { usage, ok, cannotRun: no, failed } = EXIT
    expect(codes).toEqual([usage, usage, ok, no, no, no, no, no, no, no, failed, failed])
  })

  it('says what is wrong and what to do next, without a stack', () => {
    const { text } = explainFailure(cannotRun('the port is taken', 'choose another'), false)
    expect(text).toBe('the port is taken\n→ choose another')
  })

  it('says how to create a schedule that the server lacks', () => {
    const { exitCode, text } = explainFailure(new MissingScheduleError('monitor-api-quota'), false)
    expect(exitCode).toBe(EXIT.cannotRun)
    expect(text).toMatch(/^the schedule monitor-api-quota is not on .*\n→ .*schedules apply/)
  })

  it('names the innermost reason of a failed connection', () => {
    const cause = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5'), {
      code: 'ECONNREFUSED',
    })
    const { text } = explainFailure(new Error('Failed query: select 1', { cause }), false)
    expect(text).toMatch(/^no connection: connect ECONNREFUSED 127\.0\.0\.1:5\n→ start/)
  })

  it.each(['ETIMEDOUT', 'EHOSTUNREACH', 'EPIPE', 'CONNECTION_CLOSED', '08006', '57P03'])(
    'says that there is no connection for %s, as for a refused one',
    (code) => {
      const cause = Object.assign(new Error('it is away'), { code })
      const { exitCode, text } = explainFailure(new Error('Failed query', { cause }), false)
      expect(exitCode).toBe(EXIT.cannotRun)
      expect(text).toMatch(/^no connection: it is away\n→ start/)
    },
  )

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

  it('names a full disk, and whatever else the system refuses, with a way out', () => {
    const refused = (code: string) =>
      Object.assign(new Error(`${code}: write`), { code, path: '/somewhere/else' })
    const { exitCode, text } = explainFailure(new Error('x', { cause: refused('ENOSPC') }), false)
    expect(exitCode).toBe(EXIT.cannotRun)
    expect(text).toMatch(
      /^the disk is full: \/somewhere\/else \([\d,]+ (MB|bytes) free\)\n→ free some space/,
    )
    for (const code of ['EROFS', 'EACCES', 'EMFILE', 'EIO', '53100']) {
      expect(explainFailure(refused(code), false).text).not.toMatch(/weather247 up|damaged|--debug/)
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

  it('puts what the system refuses into words', async () => {
    const error = Object.assign(new Error('EROFS: mkdir'), { code: 'EROFS', path: '/data' })
    await expect(orCannotRun(Promise.reject(error))).rejects.toMatchObject({
      exitCode: EXIT.cannotRun,
      message: 'the file system is read-only: /data',
      next: expect.stringContaining('mount it') as string,
    })
  })
})
