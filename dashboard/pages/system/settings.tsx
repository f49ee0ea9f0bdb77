import { answerOf, api } from '../../api.ts'
import { useResource } from '../../live/resource.ts'
import { whyNot } from '../../live/session.ts'
import { Part } from '../../parts/part.tsx'

/** What the API runs with; those that are not set have their default. */
export function Settings() {
  const refusal = whyNot('operate')
  const settings = useResource(`settings ${refusal}`, async () =>
    refusal === null
      ? (await answerOf(api.GET('/api/weather/monitoring/settings'))).settings
      : null,
  )
  return (
    <Part title="Settings" resource={settings} empty={(found) => (found ? null : refusal)}>
      {(found) => {
        const set = found?.filter(({ origin }) => origin === 'environment' || origin === 'file')
        return (
          <>
            <dl class="pairs">
              {set?.map(({ name, value, origin, is_secret: isSecret, description }) => (
                <div key={name} title={description}>
                  <dt>
                    <code>{name}</code>
                  </dt>
                  <dd>
                    {isSecret ? '••••••' : value}
                    {origin === 'file' ? <span class="note">of a file</span> : null}
                  </dd>
                </div>
              ))}
            </dl>
            <p class="second">
              {set?.length === 0 ? 'Nothing is set: all' : 'All others'} have their default;
              docs/settings.md lists them.
            </p>
          </>
        )
      }}
    </Part>
  )
}
