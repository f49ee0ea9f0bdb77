import { answerOf, api, type Answer } from '../../api.ts'
import { nowMs } from '../../live/clock.ts'
import { zone } from '../../live/preferences.ts'
import { providerName, withProviderNames } from '../../live/providers.ts'
import { useResource } from '../../live/resource.ts'
import { momentText } from '../../logic/format.ts'
import { incidentText } from '../../logic/incident.ts'
import { Part } from '../../parts/part.tsx'
import { Pie, shadeOf } from '../../parts/pie.tsx'

const SHOWN = 20

type Incident = Answer<'/api/weather/incidents'>['incidents'][number]

/** What went wrong, from when to when, whom it hit, and who served instead. */
export function Incidents() {
  const incidents = useResource('incidents', () =>
    answerOf(api.GET('/api/weather/incidents', { params: { query: { limit: SHOWN } } })),
  )
  return (
    <Part
      title="Incidents"
      resource={incidents}
      empty={(data) =>
        data.incidents.length === 0 ? 'None: no provider failed for long enough to be one.' : null
      }
    >
      {(data) => (
        <ul class="attention">
          {data.incidents.map((one) => (
            <Row key={one.id} incident={one} />
          ))}
        </ul>
      )}
    </Part>
  )
}

function Row({ incident }: { readonly incident: Incident }) {
  const {
    started_at: from,
    recovered_at: served,
    ended_at: to,
    level,
    severity,
    message,
  } = incident
  const moment = (at: string) => momentText(at, zone.value, nowMs.value)
  return (
    <li>
      <Pie of={to === null ? shadeOf(level) : 'fresh'} />
      <div>
        <p>
          <strong>{incidentText(incident, providerName)}</strong>{' '}
          <span class="second">
            {to === null ? 'since ' : ''}
            <time title={from}>{moment(from)}</time>
            {to === null ? null : (
              <>
                {' '}
                to <time title={to}>{moment(to)}</time>
              </>
            )}
            {to === null && served !== null ? (
              <>
                , serves again since <time title={served}>{moment(served)}</time>
              </>
            ) : null}
            , {severity}
          </span>
        </p>
        {message === null ? null : <p class="second">{withProviderNames(message)}</p>}
      </div>
    </li>
  )
}
