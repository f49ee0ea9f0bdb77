import { useState } from 'preact/hooks'
import { answerOf, api, type Answer } from '../../api.ts'
import { nowMs } from '../../live/clock.ts'
import { useResource } from '../../live/resource.ts'
import { whyNot } from '../../live/session.ts'
import { pulse } from '../../live/stream.ts'
import { runAddress } from '../../logic/address.ts'
import { untilText, wordsOf } from '../../logic/format.ts'
import { Action } from '../../parts/action.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Link } from '../../parts/link.tsx'
import { Part } from '../../parts/part.tsx'
import { Pie, shadeOf } from '../../parts/pie.tsx'

type Schedule = Answer<'/api/weather/schedules'>['schedules'][number]

const changed = () => {
  pulse.value++
}

export function Schedules() {
  const schedules = useResource('schedules', () => answerOf(api.GET('/api/weather/schedules')))
  return (
    <Part
      title="Schedules"
      resource={schedules}
      lines={5}
      empty={({ schedules: found }) =>
        found.length === 0 ? 'There are none: run weather247 schedules apply.' : null
      }
    >
      {({ schedules: found, missing }) => (
        <>
          <ul class="schedules">
            {found.map((schedule) => (
              <Row key={schedule.id} schedule={schedule} />
            ))}
          </ul>
          {missing.length > 0 ? (
            <p class="second">
              Not on the server: {missing.join(', ')}. <code>weather247 schedules apply</code> makes
              them.
            </p>
          ) : null}
        </>
      )}
    </Part>
  )
}

function Row({ schedule }: { readonly schedule: Schedule }) {
  const { id, cadence, paused, note, next_times: next, running } = schedule
  const params = { path: { scheduleId: id } }
  return (
    <li>
      <div>
        <h3>{wordsOf(id)}</h3>
        <p class="second">
          {cadence} ·{' '}
          {paused ? (
            <>
              <Pie of="no_data" /> paused{note ? `: “${note}”` : ''}
            </>
          ) : running.length > 0 ? (
            'running'
          ) : next[0] ? (
            <time title={next[0]}>next {untilText(next[0], nowMs.value)}</time>
          ) : (
            'no next run'
          )}
        </p>
      </div>
      <Squares schedule={schedule} />
      <div class="actions">
        <Action
          role="operate"
          label={`Run now: ${wordsOf(id)}`}
          act={async () => {
            const done = await answerOf(
              api.POST('/api/weather/schedules/{scheduleId}/trigger', { params, body: {} }),
            )
            changed()
            return done.task_id === null ? (
              done.message
            ) : (
              <Link href={runAddress(done.task_id)}>{done.status}</Link>
            )
          }}
        >
          Run now
        </Action>
        {paused ? (
          <Action
            role="operate"
            label={`Resume ${wordsOf(id)}`}
            act={async () => {
              await answerOf(
                api.POST('/api/weather/schedules/{scheduleId}/resume', { params, body: {} }),
              )
              changed()
              return 'resumed'
            }}
          >
            Resume
          </Action>
        ) : (
          <Pause schedule={schedule} />
        )}
      </div>
    </li>
  )
}

function Pause({ schedule: { id } }: { readonly schedule: Schedule }) {
  const [isAsking, setAsking] = useState(false)
  const [note, setNote] = useState('')
  const refusal = whyNot('operate')
  return (
    <>
      <button
        type="button"
        aria-disabled={refusal !== null}
        aria-label={`Pause ${wordsOf(id)}`}
        title={refusal ?? undefined}
        onClick={() => {
          if (refusal === null) setAsking(true)
        }}
      >
        Pause …
      </button>
      {isAsking ? (
        <Dialog
          title={`Pause ${wordsOf(id)}`}
          close={() => {
            setAsking(false)
          }}
        >
          <p>Nothing of it starts until somebody resumes it; what runs goes on.</p>
          <label>
            Why, for who comes next{' '}
            <input
              type="text"
              maxLength={200}
              value={note}
              onInput={(event) => {
                setNote(event.currentTarget.value)
              }}
            />
          </label>
          <Action
            role="operate"
            class="main"
            act={async () => {
              await answerOf(
                api.POST('/api/weather/schedules/{scheduleId}/pause', {
                  params: { path: { scheduleId: id } },
                  body: note.trim() === '' ? {} : { note: note.trim() },
                }),
              )
              changed()
              setAsking(false)
              return 'paused'
            }}
          >
            Pause
          </Action>
        </Dialog>
      ) : null}
    </>
  )
}

/** How its latest runs ended, the newest on the right. */
function Squares({ schedule: { recent_runs: runs } }: { readonly schedule: Schedule }) {
  if (runs.length === 0) return <p class="second">no run yet</p>
  return (
    <ol class="squares" aria-label="Latest runs">
      {[...runs].reverse().map((run) => (
        <li key={run.task_id}>
          <Link href={runAddress(run.task_id)}>
            <Pie of={shadeOf(run.status ?? 'running')} />
            <span class="hidden">
              {wordsOf(run.status ?? 'running')}, {run.started_at}
            </span>
          </Link>
        </li>
      ))}
    </ol>
  )
}
