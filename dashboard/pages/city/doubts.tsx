import type { Answer } from '../../api.ts'
import { nowMs } from '../../live/clock.ts'
import { zone } from '../../live/preferences.ts'
import { providerName } from '../../live/providers.ts'
import { momentText, wordsOf } from '../../logic/format.ts'
import { Pie } from '../../parts/pie.tsx'

type Known = Answer<'/api/weather/cities/{cityId}/explain'>['doubts']

const moment = (at: string): string => momentText(at, zone.value, nowMs.value)

/** What stands beside the value: it is served as it was given. */
export function Doubts({ doubts }: { readonly doubts: Known }) {
  const { flags, disagreements, second_opinion: opinion } = doubts
  return (
    <>
      <h3>Can it be trusted?</h3>
      <ul class="second">
        {flags.map(({ provider, flag, field, since, until }) => (
          <li key={`${provider} ${flag} ${since}`}>
            <Pie of={until === null ? 'stale' : 'fresh'} /> {providerName(provider)}:{' '}
            {wordsOf(field)}, {wordsOf(flag)} since {moment(since)}
            {until === null ? '' : `, over at ${moment(until)}`}
          </li>
        ))}
        {disagreements.map(({ id, ...one }) => (
          <li key={id}>
            <Disagreement {...one} />
          </li>
        ))}
        <li>{opinion ? opinionText(opinion) : 'No other provider was asked about it lately.'}</li>
      </ul>
    </>
  )
}

function opinionText({ provider, asked_at: at, agrees }: NonNullable<Known['second_opinion']>) {
  const said = agrees === null ? 'said nothing of the same moment' : agrees ? 'agrees' : 'disagrees'
  return `${providerName(provider)}, asked at ${moment(at)}, ${said}.`
}

type DisagreementProps = Pick<
  Known['disagreements'][number],
  'kinds' | 'served' | 'other' | 'started_at' | 'ended_at'
>

/** Which two providers say something else of the same moment. */
export function Disagreement({ kinds, served, other, ...one }: DisagreementProps) {
  return (
    <>
      <Pie of={one.ended_at === null ? 'stale' : 'fresh'} /> {providerName(served.provider)} and{' '}
      {providerName(other.provider)} disagree about {kinds.map(wordsOf).join(', ')} since{' '}
      {moment(one.started_at)}
      {one.ended_at === null ? '' : `, over at ${moment(one.ended_at)}`}
    </>
  )
}
