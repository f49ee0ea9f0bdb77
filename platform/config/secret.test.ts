import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { Secret } from './secret.ts'

test('a secret shows nowhere but in reveal()', () => {
  const secret = new Secret('hunter2')
  const holder = { secret, nested: [secret] }
  const shown = [
    JSON.stringify(holder),
    inspect(holder, { depth: 9, showHidden: true }),
    String(secret),
    `${Object.values(secret).join()}${Object.keys(secret).join()}`,
  ].join()
  expect(shown).not.toContain('hunter2')
  expect(secret.reveal()).toBe('hunter2')
})
