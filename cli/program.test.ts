import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { SCHEDULE_IDS } from '../contracts/schedule-definition.ts'
import { nothingRan } from './command-runner.ts'
import { createProgram, forEachCommand } from './program.ts'

/** The program, with everything it would print kept, and no command doing anything. */
function quietProgram() {
  let printed = ''
  const program = createProgram(nothingRan())
  const ran: { name: string; options: Record<string, unknown>; args: readonly string[] }[] = []
  forEachCommand(program, (command) => {
    command.configureOutput({
      writeOut: (text) => (printed += text),
      writeErr: (text) => (printed += text),
    })
    if (command.commands.length > 0) return
    command.action((...given: unknown[]) => {
      const self = given.at(-1) as Command
      ran.push({ name: self.name(), options: self.opts(), args: self.args })
    })
  })
  const run = async (...args: string[]) => {
    printed = ''
    await program.parseAsync(args, { from: 'user' })
    return ran.at(-1)
  }
  const fail = async (...args: string[]) => {
    await expect(run(...args)).rejects.toMatchObject({ name: 'CommanderError' })
    return printed
  }
  return { run, fail }
}

describe('the command line', () => {
  it('explains itself', async () => {
    const help = await quietProgram().fail('--help')
    for (const part of [
      'up',
      'demo',
      'refresh',
      'cities',
      'temporal',
      'migrate',
      'worker',
      'api',
    ]) {
      expect(help).toMatch(new RegExp(`^ {2}${part}\\b`, 'm'))
    }
    expect(help).toContain('docs/settings.md')
    expect(help).toContain('3  cannot run')
  })

  it('suggests what was probably meant', async () => {
    expect(await quietProgram().fail('refesh')).toContain('Did you mean refresh?')
    expect(await quietProgram().fail('cities', 'imprt')).toContain('Did you mean import?')
    expect(await quietProgram().fail('refresh', '--forse')).toContain('Did you mean --force?')
  })

  it('reads the options of a refresh', async () => {
    const words = ['--cities', 'London', 'New York City', '--force', '--max-age', '0']
    const ran = await quietProgram().run('refresh', ...words, '--fan-out', 'bulk', '--wait')
    expect(ran?.options).toEqual({
      cities: ['London', 'New York City'],
      force: true,
      maxAge: 0,
      fanOut: 'bulk',
      wait: true,
    })
  })

  it('refuses values that make no sense', async () => {
    const { fail } = quietProgram()
    expect(await fail('refresh', '--max-age', 'soon')).toContain('whole number')
    expect(await fail('refresh', '--fan-out', 'huge')).toContain('city, bulk, auto')
    expect(await fail('refresh', '--cities')).toContain('argument missing')
    expect(await fail('cities', 'import', '--country', 'Germany')).toContain('two letters')
    expect(await fail('worker', '--concurrency', '0')).toContain('1 to 10000')
    expect(await fail('cleanup', '--batch-size', '10001')).toContain('1 to 10000')
  })

  it.each([
    [
      ['cleanup', '--days'],
      [1, 3650],
    ],
    [
      ['cleanup', '--forecast-days'],
      [1, 3650],
    ],
    [
      ['cleanup', '--batch-size'],
      [1, 10_000],
    ],
    [
      ['refresh', '--max-age'],
      [0, 1440],
    ],
    [
      ['scheduler', '--refresh-interval'],
      [1, 1440],
    ],
    [
      ['scheduler', '--cleanup-interval'],
      [1, 525_600],
    ],
    [
      ['worker', '--concurrency'],
      [1, 10_000],
    ],
    [
      ['providers', 'limits', 'nws', '--in-flight'],
      [1, 64],
    ],
    [
      ['providers', 'limits', 'nws', '--spacing-ms'],
      [0, 60_000],
    ],
    [
      ['providers', 'limits', 'nws', '--places'],
      [1, 100_000],
    ],
    [
      ['cities', 'list', '--limit'],
      [1, 1_000_000],
    ],
    [
      ['cities', 'import', '--min-population'],
      [0, 2_147_483_647],
    ],
  ] as const)('bounds the number of %j', async (words, [least, most]) => {
    const { run, fail } = quietProgram()
    for (const value of [least, most]) {
      expect(Object.values((await run(...words, String(value)))?.options ?? {})).toContain(value)
    }
    const wrong = [String(least - 1), String(most + 1), '999999999999', '9'.repeat(400)]
    for (const value of [...wrong, '1e3', '1.0', '0x10', 'Infinity', 'NaN', '', ' 5', '٣', '+5']) {
      expect(await fail(...words, value)).toContain(`${least} to ${most}`)
    }
  })

  it('has a bound for every number it takes', () => {
    const known = ['--days', '--forecast-days', '--batch-size', '--max-age', '--refresh-interval']
    const more = ['--cleanup-interval', '--concurrency', '--limit', '--min-population']
    const found = new Set<string>()
    forEachCommand(createProgram(nothingRan()), ({ options }) => {
      for (const { flags, long } of options) {
        if (/<(number|minutes|rows|n)>/.test(flags)) found.add(long ?? '')
      }
    })
    const pace = ['--in-flight', '--spacing-ms', '--places', '--cities', '--seed']
    expect([...found].sort()).toEqual([...known, ...more, ...pace].sort())
  })

  it('refuses text that cannot be shown', async () => {
    const { fail, run } = quietProgram()
    const pause = ['schedules', 'pause', '--all', '--note']
    for (const text of ['\u001b[2J', 'a\u0000b', 'x\u202ey', '\ud800', 'a\nb', 'bad \ufffd']) {
      expect(await fail(...pause, text)).toContain('It cannot be used')
    }
    expect((await run(...pause, 'quiet week – ça va 東京'))?.options).toMatchObject({ all: true })
    expect(await fail('refresh', '--cities', 'Tokyo', 'Lon\u0007don')).toContain('U+0007')
  })

  it('names the schedules there are when it is asked for another', async () => {
    const printed = await quietProgram().fail('schedules', 'describe', 'refresh')
    for (const id of SCHEDULE_IDS) expect(printed).toContain(id)
  })

  it('reads a range of time with its zone only', async () => {
    const words = [
      'schedules',
      'backfill',
      'monitor-api-quota',
      '--to',
      '2026-11-22T02:00:00+01:00',
    ]
    const ran = await quietProgram().run(...words, '--from', '2026-11-22T00:00Z')
    expect(ran?.options).toEqual({
      from: new Date('2026-11-22T00:00:00Z'),
      to: new Date('2026-11-22T01:00:00Z'),
    })
    expect(await quietProgram().fail(...words, '--from', '2026-11-22')).toContain('with its zone')
    for (const day of ['2026-02-30T00:00:00Z', '2026-13-01T00:00Z', '+012026-01-01T00:00Z']) {
      expect(await quietProgram().fail(...words, '--from', day)).toContain('with its zone')
    }
    expect(await quietProgram().fail(...words)).toContain('--from')
  })

  it('passes everything after `temporal` on, options too', async () => {
    const words = ['workflow', 'list', '--limit', '3', '--help', '-o', 'json']
    const ran = await quietProgram().run('temporal', ...words)
    expect(ran?.args).toEqual(words)
  })
})
