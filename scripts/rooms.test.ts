import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'

const require = createRequire(import.meta.url)
const ROOMS = require('./rooms.json') as { readonly product: string[]; readonly free: string[] }
const textOf = (path: string): string =>
  readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

const isThere = (room: string): boolean => there.includes(room)
const there = readdirSync(new URL('..', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

test('every folder with code is a room', () => {
  const withCode = there.filter(
    (name) =>
      !['node_modules', 'dist'].includes(name) &&
      readdirSync(new URL(`../${name}`, import.meta.url), { recursive: true }).some((file) =>
        String(file).endsWith('.ts'),
      ),
  )
  const rooms = [...ROOMS.product, ...ROOMS.free].filter(isThere)
  expect(withCode.sort()).toEqual(rooms.sort())
})

test('every room of the product but the pages is compiled, and no other folder', () => {
  const { include } = JSON.parse(textOf('tsconfig.build.json')) as { readonly include: string[] }
  const compiled = ROOMS.product.filter((room) => isThere(room) && room !== 'dashboard')
  expect([...include].sort()).toEqual(compiled.sort())
})

test('every room is on the map in the README', () => {
  const map = textOf('README.md').matchAll(/\[`([a-z]+)\/`\]\(\1\)/g)
  const onMap = [...map].map(([, room]) => room)
  expect(onMap).toEqual(expect.arrayContaining(ROOMS.product.filter(isThere)))
})

test('the walls know every room of the product', () => {
  const { forbidden } = require('../.dependency-cruiser.cjs') as {
    readonly forbidden: readonly { readonly name: string }[]
  }
  const walls = forbidden.map(({ name }) => name)
  expect(walls).toEqual(expect.arrayContaining(ROOMS.product.map((room) => `${room}-imports`)))
})
