import { changeProvider, readProviderControls } from '../../db/queries/provider-controls.ts'
import { placeToTest } from '../../db/queries/place-to-test.ts'
import type { Place } from '../../domain/city/city.ts'
import {
  baseUrlSetting,
  keySetting,
  PROVIDER_IDS,
  providerFacts,
  servesCountry,
  type ProviderId,
} from '../../domain/provider/provider-catalogue.ts'
import type { Caller } from '../caller.ts'
import type { ApiDeps } from '../deps.ts'
import { Problem } from '../problem.ts'
import type { ChangeProviderRequest } from '../schemas/change-provider.ts'
import { changeOf } from '../views/change-provider.ts'
import { unknownCity } from './city-lookup.ts'

type Deps = Pick<ApiDeps, 'db' | 'now' | 'settings'>

export function providerIdOf(text: string): ProviderId {
  const id = PROVIDER_IDS.find((one) => one === text)
  if (id !== undefined) return id
  throw new Problem('unknown-provider', 'There is no adapter for a provider of this name.', {
    extra: { ids: [...PROVIDER_IDS] },
  })
}

/** @throws Problem `provider-not-usable`, `last-provider` or `invalid-request` */
export async function applyChange(
  { db, now, settings }: Deps,
  provider: ProviderId,
  body: ChangeProviderRequest,
  caller: Caller | null,
): Promise<void> {
  const controls = await readProviderControls(db)
  const before = controls.find((one) => one.provider === provider)?.limits ?? null
  const change = changeOf(body, before)
  const requested = { provider, change, changedBy: caller?.name ?? 'unknown', at: now() }
  const answer = await changeProvider(db, settings.providers ?? [], requested)
  if (!('refused' in answer)) return
  const { reason, detail, wayOut } = answer.refused
  const kind = { 'last-provider': 'last-provider', 'not-usable': 'provider-not-usable' } as const
  if (reason === 'invalid') throw new Problem('invalid-request', `body: ${detail}.`)
  throw new Problem(kind[reason], `${detail}. ${wayOut}`)
}

const KEY_FIELDS = ['api_key', 'apikey', 'key', 'apiKey', 'token', 'secret'] as const
const URL_FIELDS = ['base_url', 'baseUrl', 'url', 'host'] as const

/** Says where keys and addresses are set, and never repeats one. @throws Problem */
export function refuseSecrets(body: unknown, named: string | undefined): void {
  if (typeof body !== 'object' || body === null) return
  const id = PROVIDER_IDS.find((one) => one === (named ?? ('name' in body ? body.name : '')))
  const facts = id && providerFacts(id)
  const refuse = (what: string, setting: string) => {
    const said = `body: ${what} is not set over HTTP, so that none is in a request, a log or an answer`
    return new Problem('invalid-request', `${said}. Set ${setting} and restart.`)
  }
  if (KEY_FIELDS.some((field) => field in body)) {
    const setting = facts
      ? `${keySetting(facts)} or ${keySetting(facts)}_FILE`
      : '<PROVIDER>_API_KEY'
    throw refuse('a key', setting)
  }
  if (URL_FIELDS.some((field) => field in body)) {
    throw refuse('an address', facts ? baseUrlSetting(facts) : '<PROVIDER>_BASE_URL')
  }
}

/** The named city, or the most populous one that the provider serves. @throws Problem */
export async function cityToTest(
  { db }: Pick<Deps, 'db'>,
  id: ProviderId,
  cityId: number | undefined,
): Promise<Place> {
  const { region } = providerFacts(id)
  const place = await placeToTest(db, {
    ...(cityId !== undefined && { cityId }),
    ...(region !== 'world' && { countryCodes: region }),
  })
  if (!place && cityId !== undefined) throw unknownCity(cityId)
  if (!place) {
    const said = 'No city is stored that this provider serves: add one, and test it then.'
    throw new Problem('no-data-yet', said)
  }
  if (servesCountry(providerFacts(id), place.countryCode)) return place
  throw new Problem('invalid-request', `body/city_id: ${id} does not serve ${place.countryCode}.`)
}
