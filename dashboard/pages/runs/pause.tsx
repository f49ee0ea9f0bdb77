import { useState } from 'preact/hooks'
import { answerOf, api, type Answer } from '../../api.ts'
import { changed } from '../../live/stream.ts'
import { titleOf } from '../../logic/format.ts'
import { Action } from '../../parts/action.tsx'
import { AskButton } from '../../parts/ask-button.tsx'

type Id = Answer<'/api/weather/schedules'>['schedules'][number]['id']

interface OneProps {
  readonly id: Id
}

interface AllProps {
  readonly ids: readonly Id[]
}

export const Pause = ({ id }: OneProps) => (
  <AskButton
    title={`Pause ${titleOf(id)}`}
    label={`Pause ${titleOf(id)}`}
    ask={asksPause([id])}
    isQuiet
  >
    Pause …
  </AskButton>
)

export const PauseAll = ({ ids }: AllProps) =>
  ids.length < 2 ? null : (
    <AskButton title={`Pause all ${ids.length}`} ask={asksPause(ids)}>
      {`Pause all ${ids.length} …`}
    </AskButton>
  )

export const Resume = ({ id }: OneProps) => (
  <Action role="operate" label={`Resume ${titleOf(id)}`} act={() => resumed([id])} isQuiet>
    Resume
  </Action>
)

export const ResumeAll = ({ ids }: AllProps) =>
  ids.length < 2 ? null : (
    <AskButton
      title={`Resume all ${ids.length}`}
      ask={(close) => (
        <>
          <p>Each starts its next run at its time again: {ids.map(titleOf).join(', ')}.</p>
          <Action
            role="operate"
            class="main"
            act={async () => {
              await resumed(ids)
              close()
              return null
            }}
          >
            Resume
          </Action>
        </>
      )}
    >
      {`Resume all ${ids.length} …`}
    </AskButton>
  )

const asksPause = (ids: readonly Id[]) => (close: () => void) => <PauseForm {...{ ids, close }} />

interface PauseFormProps extends AllProps {
  readonly close: () => void
}

function PauseForm({ ids, close }: PauseFormProps) {
  const [note, setNote] = useState('')
  return (
    <>
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
          await paused(ids, note.trim())
          close()
          return null
        }}
      >
        Pause
      </Action>
    </>
  )
}

/** One after the other, so that the first refusal is the one that is shown. */
async function paused(ids: readonly Id[], note: string): Promise<void> {
  const body = note === '' ? {} : { note }
  for (const scheduleId of ids) {
    const params = { path: { scheduleId } }
    await answerOf(api.POST('/api/weather/schedules/{scheduleId}/pause', { params, body }))
    changed()
  }
}

async function resumed(ids: readonly Id[]): Promise<string> {
  for (const scheduleId of ids) {
    const params = { path: { scheduleId } }
    await answerOf(api.POST('/api/weather/schedules/{scheduleId}/resume', { params, body: {} }))
    changed()
  }
  return 'resumed'
}
