import { answerOf, api } from '../../api.ts'
import { nowMs } from '../../live/clock.ts'
import { useProgress } from '../../live/progress.ts'
import { useResource } from '../../live/resource.ts'
import { runAddress } from '../../logic/address.ts'
import { ageSince, titleOf } from '../../logic/format.ts'
import { Link } from '../../parts/link.tsx'
import { Part } from '../../parts/part.tsx'
import { ProgressBar } from '../../parts/progress-bar.tsx'

/** Runs under way; each moves with its own events. */
export function Running() {
  const running = useResource('running', () =>
    answerOf(
      api.GET('/api/weather/monitoring/tasks', {
        params: { query: { status: 'STARTED', limit: 10 } },
      }),
    ),
  )
  const progress = useProgress()
  return (
    <Part
      title="Running"
      resource={running}
      lines={2}
      empty={({ tasks }) => (tasks.length === 0 ? 'Nothing runs right now.' : null)}
      aside={<Link href="/runs">all runs</Link>}
    >
      {({ tasks }) => (
        <ul class="running">
          {tasks.map((task) => (
            <li key={task.task_id}>
              <p>
                <Link href={runAddress(task.task_id)}>{titleOf(task.name)}</Link>{' '}
                <span class="second">
                  {task.trigger ?? ''} {ageSince(task.started_at, nowMs.value)}
                </span>
              </p>
              <ProgressBar progress={progress.get(task.task_id) ?? null} />
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}
