import type { Answer } from '../../api.ts'
import { nowMs } from '../../live/clock.ts'
import { runAddress } from '../../logic/address.ts'
import { titleOf, untilText } from '../../logic/format.ts'
import { stateText } from '../../logic/run-state.ts'
import { Link } from '../../parts/link.tsx'
import { Pie, shadeOf } from '../../parts/pie.tsx'
import { Pause, Resume } from './pause.tsx'
import { RunNow } from './run-now.tsx'

type Schedule = Answer<'/api/weather/schedules'>['schedules'][number]

export const ScheduleRow = (schedule: Schedule) => (
  <li>
    <div>
      <h3>{titleOf(schedule.id)}</h3>
      <p class="second">
        {schedule.cadence} · <Stand {...schedule} />
      </p>
    </div>
    <Squares {...schedule} />
    <div class="actions">
      <RunNow id={schedule.id} />
      {schedule.paused ? <Resume id={schedule.id} /> : <Pause id={schedule.id} />}
    </div>
  </li>
)

/** Whether it is paused, runs, or waits for its time. */
function Stand({ paused, note, running, next_times: [next] }: Schedule) {
  if (paused) {
    return (
      <>
        <Pie of="no_data" /> paused{note ? `: “${note}”` : ''}
      </>
    )
  }
  if (running.length > 0) return <>running</>
  if (next === undefined) return <>no next run</>
  return <time title={next}>next {untilText(next, nowMs.value)}</time>
}

/** How its latest runs ended, the newest on the right. */
function Squares({ recent_runs: runs, running }: Schedule) {
  if (runs.length === 0) return <p class="second">no run yet</p>
  return (
    <ol class="squares" aria-label="Latest runs">
      {[...runs].reverse().map(({ task_id: id, status, started_at: at }) => {
        const state = status ?? (running.includes(id) ? 'running' : 'cut off')
        return (
          <li key={id}>
            <Link href={runAddress(id)}>
              <Pie of={shadeOf(state)} />
              <span class="hidden">
                {stateText(state)}, {at}
              </span>
            </Link>
          </li>
        )
      })}
    </ol>
  )
}
