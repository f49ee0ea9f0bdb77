import { answerOf, api, type Answer } from '../../api.ts'
import { changed } from '../../live/stream.ts'
import { runAddress } from '../../logic/address.ts'
import { titleOf } from '../../logic/format.ts'
import { Action } from '../../parts/action.tsx'
import { AskButton } from '../../parts/ask-button.tsx'
import { Link } from '../../parts/link.tsx'
import { Price } from '../../parts/refresh-price.tsx'

type Id = Answer<'/api/weather/schedules'>['schedules'][number]['id']

interface RunNowProps {
  readonly id: Id
}

/** A run between its times; what takes calls of all cities shows its price. */
export function RunNow({ id }: RunNowProps) {
  const title = `Run now: ${titleOf(id)}`
  const act = () => triggered(id)
  return (
    <AskButton
      title={title}
      label={title}
      ask={() =>
        id === 'refresh-all-cities' ? (
          <Price of={title} request={() => Promise.resolve({})} verb="Run now" act={act} />
        ) : (
          <>
            <p>It runs once, now; its next times stay as they are.</p>
            <Action role="operate" class="main" act={act}>
              Run now
            </Action>
          </>
        )
      }
    >
      Run now …
    </AskButton>
  )
}

async function triggered(scheduleId: Id) {
  const answer = await answerOf(
    api.POST('/api/weather/schedules/{scheduleId}/trigger', {
      params: { path: { scheduleId } },
      body: {},
    }),
  )
  changed()
  const { task_id: taskId, status, message } = answer
  return taskId === null ? message : <Link href={runAddress(taskId)}>{status}</Link>
}
