import { effect, signal } from '@preact/signals'
import { answerOf, api, type Answer } from '../api.ts'
import { withMoments } from '../logic/format.ts'
import { nowMs } from './clock.ts'
import { zone } from './preferences.ts'
import { session } from './session.ts'
import { pulse } from './stream.ts'

type Listed = Answer<'/api/weather/providers'>['providers'][number]

/** All that are known, with their names and credits. */
export const providers = signal<readonly Listed[]>([])

/** Asked again whenever something may have changed. */
effect(() => {
  if (pulse.value < 0 || !session.value?.caller) return
  answerOf(api.GET('/api/weather/providers')).then(
    ({ providers: found }) => {
      providers.value = found
    },
    // Without an answer the last one holds; parts say that there is none.
    () => undefined,
  )
})

export const providerName = (id: string): string =>
  providers.value.find((one) => one.id === id)?.name ?? id

/** A sentence of the API with names for ids, and moments in the zone of the page. */
export const withProviderNames = (text: string): string =>
  providers.value.reduce(
    (named, { id, name }) => named.replaceAll(new RegExp(`\\b${id}\\b`, 'g'), name),
    withMoments(text, zone.value, nowMs.value),
  )
