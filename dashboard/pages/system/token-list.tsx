import { answerOf, api } from '../../api.ts'
import { nowMs } from '../../live/clock.ts'
import { useResource } from '../../live/resource.ts'
import { whyNot } from '../../live/session.ts'
import { agoText } from '../../logic/format.ts'
import { Part } from '../../parts/part.tsx'

/** Who may do what: each role may do all that the one before it may. */
export function TokenList() {
  const refusal = whyNot('admin')
  const tokens = useResource(`tokens ${refusal}`, async () =>
    refusal === null ? (await answerOf(api.GET('/api/weather/monitoring/tokens'))).tokens : [],
  )
  return (
    <Part
      title="Tokens"
      resource={tokens}
      empty={(found) =>
        found.length > 0
          ? null
          : (refusal ?? 'There is none: all who reach this address may do everything.')
      }
    >
      {(found) => (
        <dl class="pairs">
          {found.map(({ id, name, role, last_used_at: used, revoked_at: revoked }) => (
            <div key={id}>
              <dt>{name}</dt>
              <dd>
                {role}
                <span class="note">
                  {revoked !== null
                    ? 'revoked'
                    : used === null
                      ? 'never used'
                      : `used ${agoText(used, nowMs.value)}`}
                </span>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Part>
  )
}
