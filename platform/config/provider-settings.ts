import {
  baseUrlSetting,
  keySetting,
  PROVIDER_IDS,
  providerFacts,
  paceSetting,
  quotaSetting,
  takesKey,
  type KeyedPrefix,
  type ProviderFacts,
  type SettingPrefix,
} from '../../domain/provider/provider-catalogue.ts'
import { baseUrl, pace, providerKey, quota } from './setting-schemas.ts'

/** Keys, addresses and limits of every provider in the catalogue. */
export function providerSettings(): ProviderSettingSchemas {
  const rows: readonly ProviderFacts[] = PROVIDER_IDS.map(providerFacts)
  return Object.fromEntries([
    ...rows.filter(takesKey).map((facts) => [keySetting(facts), providerKey(facts)]),
    ...rows.map((facts) => [baseUrlSetting(facts), baseUrl(facts.name)]),
    ...rows.map((facts) => [quotaSetting(facts), quota(facts.name)]),
    ...PROVIDER_IDS.map((id) => {
      const facts = providerFacts(id)
      return [paceSetting(facts), pace(facts.name, id)]
    }),
  ]) as ProviderSettingSchemas
}

type ProviderSettingSchemas = Record<`${KeyedPrefix}_API_KEY`, ReturnType<typeof providerKey>> &
  Record<`${SettingPrefix}_BASE_URL`, ReturnType<typeof baseUrl>> &
  Record<`${SettingPrefix}_QUOTA`, ReturnType<typeof quota>> &
  Record<`${SettingPrefix}_PACE`, ReturnType<typeof pace>>
