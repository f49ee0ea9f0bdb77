import { answerOf, api, type Answer } from '../../api.ts'
import { nowMs } from '../../live/clock.ts'
import { zone } from '../../live/preferences.ts'
import { useResource } from '../../live/resource.ts'
import { runAddress } from '../../logic/address.ts'
import { momentText } from '../../logic/format.ts'
import { Link } from '../../parts/link.tsx'
import { Part } from '../../parts/part.tsx'
import { Pie, shadeOf } from '../../parts/pie.tsx'

const SHOWN = 10

interface OriginProps {
  readonly city: Answer<'/api/weather/cities/{cityId}'>
  readonly current: Answer<'/api/weather/current/{cityId}'> | undefined
}

/** Which refreshes led to the value, the latest first. */
export function Origin({ city, current }: OriginProps) {
  const runs = useResource(`origin ${city.id}`, () =>
    answerOf(
      api.GET('/api/weather/monitoring/tasks', {
        params: { query: { city: String(city.id), limit: SHOWN } },
      }),
    ),
  )
  const last = city.last_refresh
  return (
    <Part title="How this value came about" resource={runs}>
      {({ tasks }) => (
        <>
          <ul class="rows left">
            {last.outcome_at ? (
              <li>
                <time title={last.outcome_at}>
                  {momentText(last.outcome_at, zone.value, nowMs.value)}
                </time>
                <span>
                  <Pie of={shadeOf(last.outcome ?? '')} /> last try: {last.outcome ?? 'no outcome'}
                  {last.provider ? `, by ${last.provider}` : ''}
                </span>
              </li>
            ) : null}
            {current ? (
              <li>
                <time title={current.fetched_at}>
                  {momentText(current.fetched_at, zone.value, nowMs.value)}
                </time>
                <span>
                  {current.source.name} sent this value; it is read from the {current.served_from}
                </span>
              </li>
            ) : null}
            {tasks.map((task) => (
              <li key={task.task_id}>
                <time title={task.started_at}>
                  {momentText(task.started_at, zone.value, nowMs.value)}
                </time>
                <span>
                  <Pie of={shadeOf(task.status)} /> {task.status.toLowerCase()}:{' '}
                  <Link href={runAddress(task.task_id)}>{task.task_id}</Link>
                  {task.web_ui ? (
                    <>
                      {' '}
                      <a href={task.web_ui}>Temporal Web UI</a>
                    </>
                  ) : null}
                </span>
              </li>
            ))}
          </ul>
          {tasks.length === 0 ? (
            <p class="second">
              No refresh of this city alone is known to Temporal; runs in bulk are on the page Runs.
            </p>
          ) : null}
        </>
      )}
    </Part>
  )
}
