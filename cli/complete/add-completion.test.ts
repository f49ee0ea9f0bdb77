import { expect, test, vi } from 'vitest'
import { nothingRan } from '../command-runner.ts'
import { createProgram } from '../program.ts'

const out = vi.spyOn(console, 'log').mockImplementation(() => undefined)

async function printed(...words: string[]): Promise<string> {
  out.mockClear()
  await createProgram(nothingRan()).parseAsync(['node', 'weather247', 'complete', ...words])
  return out.mock.calls.flat().join('\n')
}

test.each(['bash', 'zsh', 'fish', 'powershell'])('%s gets a script of its own', async (shell) => {
  const script = await printed(shell)
  expect(script).toContain('weather247')
  expect(script).toMatch(/weather247 complete '?--/)
})

test('commands, options and values are completed', async () => {
  expect(await printed('--', 'sched')).toContain('schedules')
  expect(await printed('--', 'schedules', '')).toContain('pause')
  expect(await printed('--', 'incidents', '--pro')).toContain('--provider')
  expect(await printed('--', 'incidents', '--provider', '')).toContain('open-meteo')
})
