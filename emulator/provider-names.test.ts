import { expect, it } from 'vitest'
import { PROVIDER_IDS } from '../domain/provider/provider-catalogue.ts'
import { PROVIDER_NAMES } from './provider-names.ts'

it('speaks for every provider in the catalogue, and for no other', () => {
  expect([...PROVIDER_NAMES].sort()).toEqual([...PROVIDER_IDS].sort())
})
