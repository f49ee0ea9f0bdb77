import { answerOf, api, type Answer } from '../api.ts'
import { nowMs } from '../live/clock.ts'
import { zone } from '../live/preferences.ts'
import { useProgress } from '../live/progress.ts'
import { useResource } from '../live/resource.ts'
import { pulse } from '../live/stream.ts'
import { cityAddress } from '../logic/address.ts'
import { durationText, momentText, numberText, wordsOf } from '../logic/format.ts'
import {
  countsText,
  messageOf,
  runReportOf,
  type NamedCity,
  type RunReport,
} from '../logic/run-report.ts'
import { Action } from '../parts/action.tsx'
import { Link } from '../parts/link.tsx'
import { Failure } from '../parts/part.tsx'
import { Pie, shadeOf } from '../parts/pie.tsx'
import { ProgressBar } from '../parts/progress-bar.tsx'

type Task = Answer<'/api/weather/monitoring/task/{taskId}'>

/** One run: how far it is, or how it ended and why parts of it failed. */
export function RunPage({ taskId }: { readonly taskId: string }) {
  const params = { path: { taskId } }
  const task = useResource(`task ${taskId}`, () =>
    answerOf(api.GET('/api/weather/monitoring/task/{taskId}', { params })),
  )
  const progress = useProgress().get(taskId)
  const { data } = task
  return (
    <section class="part">
      <header class="part-head">
        <h1 tabIndex={-1}>{data?.name ?? 'Run'}</h1>
        {data ? (
          <p>
            <Pie of={shadeOf(stateOf(data))} /> {wordsOf(stateOf(data).toLowerCase())}
          </p>
        ) : null}
      </header>
      <p>
        <code>{taskId}</code>
      </p>
      <Failure resource={task} />
      {data ? (
        <>
          <p class="second">
            Started {momentText(data.started_at, zone.value, nowMs.value)},{' '}
            {data.ended_at
              ? `took ${durationText(Date.parse(data.ended_at) - Date.parse(data.started_at))}`
              : `for ${durationText(Math.max(0, nowMs.value - Date.parse(data.started_at)))}`}
            {data.source === 'history' ? '; Temporal has forgotten it, its summary is kept' : ''}.
            {data.web_ui ? (
              <>
                {' '}
                <a href={data.web_ui}>Temporal Web UI</a>
              </>
            ) : null}
          </p>
          {data.ended_at === null ? (
            <>
              <ProgressBar progress={progress ?? data.progress} />
              <Stop taskId={taskId} />
            </>
          ) : null}
          <Ended task={data} />
        </>
      ) : null}
    </section>
  )
}

/** Temporal says that a run ended well; the run itself, whether all of it did. */
function stateOf(task: Task): string {
  const report = task.status === 'SUCCESS' ? runReportOf(task.result) : undefined
  return report?.status ?? task.status
}

function Stop({ taskId }: { readonly taskId: string }) {
  return (
    <p class="actions">
      <Action
        role="operate"
        act={async () => {
          const { message } = await answerOf(
            api.POST('/api/weather/monitoring/task/{taskId}/cancel', {
              params: { path: { taskId } },
              body: {},
            }),
          )
          pulse.value++
          return message
        }}
      >
        Stop this run
      </Action>
    </p>
  )
}

function Ended({ task }: { readonly task: Task }) {
  const report = runReportOf(task.result)
  const message = messageOf(task.result)
  return (
    <>
      {message === undefined ? null : <p>{message}</p>}
      {report ? <Report report={report} /> : null}
      {task.failure.length > 0 ? (
        <>
          <h2>What went wrong</h2>
          <ol class="failures">
            {task.failure.map((link, index) => (
              <li key={index}>
                <b>{wordsOf(link.type ?? link.kind)}</b> {link.message}
                {link.attempts ? (
                  <ul class="second">
                    {link.attempts.map((attempt, place) => (
                      <li key={place}>
                        {attempt.provider}: {wordsOf(attempt.outcome)}
                        {attempt.message ? `, ${attempt.message}` : ''}
                      </li>
                    ))}
                  </ul>
                ) : null}
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </>
  )
}

function Report({ report }: { readonly report: RunReport }) {
  return (
    <>
      <p>{countsText(report)}.</p>
      {report.served.length > 0 ? (
        <p class="second">
          Served by{' '}
          {report.served.map(([name, cities]) => `${name} ${numberText(cities)}`).join(', ')}.
        </p>
      ) : null}
      {report.causes.length > 0 ? (
        <>
          <h2>Why</h2>
          <div class="scroll" tabIndex={0} role="region" aria-label="Causes">
            <table>
              <thead>
                <tr>
                  <th scope="col">Provider</th>
                  <th scope="col">Cause</th>
                  <th scope="col" class="number">
                    Cities
                  </th>
                </tr>
              </thead>
              <tbody>
                {report.causes.map(({ provider, kind, cities }) => (
                  <tr key={`${provider} ${kind}`}>
                    <th scope="row">{provider}</th>
                    <td>
                      <Pie of="very_stale" /> {wordsOf(kind)}
                    </td>
                    <td class="number">{numberText(cities)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      ) : null}
      <Named title="Failed" cities={report.failed} />
      <Named title="Left" cities={report.left} />
    </>
  )
}

function Named({
  title,
  cities,
}: {
  readonly title: string
  readonly cities: readonly NamedCity[]
}) {
  if (cities.length === 0) return null
  return (
    <p>
      {title}, some of them:{' '}
      {cities.map(({ cityId, name }, index) => (
        <span key={cityId}>
          {index > 0 ? ', ' : ''}
          <Link href={cityAddress(cityId)}>{name}</Link>
        </span>
      ))}
    </p>
  )
}
