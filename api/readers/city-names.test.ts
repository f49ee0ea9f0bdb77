import { expect, test } from 'vitest'
import type { FoundCity } from '../../db/queries/find-city.ts'
import { createCityNames } from './city-names.ts'

const UNKNOWN: FoundCity = { kind: 'unknown', suggestions: [] }

function countedFind() {
  const asked: (readonly [string, string | undefined])[] = []
  const find = async (name: string, countryCode: string | undefined) => {
    asked.push([name, countryCode])
    return UNKNOWN
  }
  return { asked, names: createCityNames(find, { keepSeconds: 3600 }) }
}

test('a name is looked up once, also by many at the same time, until it is forgotten', async () => {
  const { asked, names } = countedFind()
  const answers = await Promise.all([names.find('London', 'gb'), names.find('London', 'GB')])
  expect(answers).toEqual([UNKNOWN, UNKNOWN])
  await names.find('London', 'GB')
  expect(asked).toEqual([['London', 'gb']])
  names.forget()
  await names.find('London', 'GB')
  expect(asked).toHaveLength(2)
})

test('another country is another question', async () => {
  const { asked, names } = countedFind()
  for (const country of ['GB', 'CA', undefined]) await names.find('London', country)
  expect(asked).toHaveLength(3)
})

test('a look-up under way while names are forgotten is answered, and not kept', async () => {
  const open: ((found: FoundCity) => void)[] = []
  const names = createCityNames(() => new Promise((resolve) => open.push(resolve)), {
    keepSeconds: 3600,
  })
  const first = names.find('London')
  names.forget()
  const second = names.find('London')
  expect(open).toHaveLength(2)
  for (const answer of open) answer(UNKNOWN)
  expect(await Promise.all([first, second])).toEqual([UNKNOWN, UNKNOWN])
})

test('a failure is not kept', async () => {
  let calls = 0
  const names = createCityNames(async () => {
    calls += 1
    if (calls === 1) throw new Error('the database does not answer')
    return UNKNOWN
  })
  await expect(names.find('London')).rejects.toThrow('does not answer')
  expect(await names.find('London')).toEqual(UNKNOWN)
})
