import { useState } from 'preact/hooks'
import { answerOf, api, type Answer } from '../../api.ts'
import { changed } from '../../live/stream.ts'
import { titleOf } from '../../logic/format.ts'
import { Action } from '../../parts/action.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { RoleButton } from '../../parts/role-button.tsx'

type Id = Answer<'/api/weather/schedules'>['schedules'][number]['id']

interface OneProps {
  readonly id: Id
}

interface AllProps {
  readonly ids: readonly Id[]
}

export const Pause = ({ id }: OneProps) => (
  <PauseButton ids={[id]} label={`Pause ${titleOf(id)}`} isQuiet>
    Pause …
  </PauseButton>
)

export const PauseAll = ({ ids }: AllProps) =>
  ids.length < 2 ? null : (
    <PauseButton ids={ids} label={`Pause all ${ids.length}`}>
      {`Pause all ${ids.length} …`}
    </PauseButton>
  )

export const Resume = ({ id }: OneProps) => (
  <Action role="operate" label={`Resume ${titleOf(id)}`} act={() => resumed([id])} isQuiet>
    Resume
  </Action>
)

export const ResumeAll = ({ ids }: AllProps) =>
  ids.length < 2 ? null : (
    <Action role="operate" act={() => resumed(ids)}>
      {`Resume all ${ids.length}`}
    </Action>
  )

interface PauseButtonProps extends AllProps {
  /** Of the button, and of the dialog it opens. */
  readonly label: string
  readonly children: string
  readonly isQuiet?: boolean
}

function PauseButton({ ids, label, ...button }: PauseButtonProps) {
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <RoleButton
        {...button}
        role="operate"
        label={label}
        press={() => {
          setAsking(true)
        }}
      />
      {isAsking ? (
        <PauseDialog
          ids={ids}
          title={label}
          close={() => {
            setAsking(false)
          }}
        />
      ) : null}
    </>
  )
}

interface PauseDialogProps extends AllProps {
  readonly title: string
  readonly close: () => void
}

function PauseDialog({ ids, title, close }: PauseDialogProps) {
  const [note, setNote] = useState('')
  return (
    <Dialog title={title} close={close}>
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
    </Dialog>
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
