import { answerOf, api, type Answer } from '../api.ts'
import { nowMs } from '../live/clock.ts'
import { zone } from '../live/preferences.ts'
import { useProgress } from '../live/progress.ts'
import { useResource } from '../live/resource.ts'
import { changed } from '../live/stream.ts'
import { durationText, momentText, titleOf } from '../logic/format.ts'
import { runReportOf } from '../logic/run-report.ts'
import { stateText } from '../logic/run-state.ts'
import { Action } from '../parts/action.tsx'
import { AskButton } from '../parts/ask-button.tsx'
import { HeadPart } from '../parts/head-part.tsx'
import { Pie, shadeOf } from '../parts/pie.tsx'
import { ProgressBar } from '../parts/progress-bar.tsx'
import { RunEnd } from './run/run-end.tsx'

type Task = Answer<'/api/weather/monitoring/task/{taskId}'>

/** One run: how far it is, or how it ended and why parts of it failed. */
export function RunPage({ taskId }: { readonly taskId: string }) {
  const params = { path: { taskId } }
  const task = useResource(`task ${taskId}`, () =>
    answerOf(api.GET('/api/weather/monitoring/task/{taskId}', { params })),
  )
  const { data } = task
  const state = data && stateOf(data)
  return (
    <HeadPart
      title={data ? titleOf(data.name) : 'Run'}
      resource={task}
      aside={
        state === undefined ? null : (
          <>
            <Pie of={shadeOf(state)} /> {stateText(state)}
          </>
        )
      }
    >
      <p>
        <code>{taskId}</code>
      </p>
      {data ? <Ran task={data} /> : null}
    </HeadPart>
  )
}

function Ran({ task }: { readonly task: Task }) {
  const { task_id: taskId, ended_at: endedAt, progress, web_ui: webUi, source } = task
  const latest = useProgress().get(taskId)
  return (
    <>
      <p class="second">
        Started {momentText(task.started_at, zone.value, nowMs.value)}, {tookText(task)}
        {source === 'history' ? '; Temporal has forgotten it, its summary is kept' : ''}.{' '}
        {webUi ? <a href={webUi}>Temporal Web UI</a> : null}
      </p>
      {endedAt === null ? (
        <>
          <ProgressBar progress={latest ?? progress} />
          <Stop taskId={taskId} />
        </>
      ) : null}
      <RunEnd task={task} />
    </>
  )
}

const tookText = ({ started_at: from, ended_at: to }: Task): string =>
  to === null
    ? `for ${durationText(Math.max(0, nowMs.value - Date.parse(from)))}`
    : `took ${durationText(Date.parse(to) - Date.parse(from))}`

/** Temporal says that a run ended well; the run itself, whether all of it did. */
function stateOf(task: Task): string {
  const report = task.status === 'SUCCESS' ? runReportOf(task.result) : undefined
  return report?.status ?? task.status
}

const Stop = ({ taskId }: { readonly taskId: string }) => (
  <p class="actions">
    <AskButton
      title="Stop this run"
      ask={() => (
        <>
          <p>What it has done stays. What it has not is left for the next run.</p>
          <Action role="operate" class="main" act={() => stopped(taskId)}>
            Stop
          </Action>
        </>
      )}
    >
      Stop this run …
    </AskButton>
  </p>
)

async function stopped(taskId: string): Promise<string> {
  const params = { path: { taskId } }
  const { message } = await answerOf(
    api.POST('/api/weather/monitoring/task/{taskId}/cancel', { params, body: {} }),
  )
  changed()
  return message
}
