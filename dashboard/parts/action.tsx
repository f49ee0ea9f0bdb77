import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'
import type { Role } from '../../domain/access/role.ts'
import { ApiProblem } from '../api.ts'
import { whyNot } from '../live/session.ts'

interface ActionProps {
  readonly role: Role
  readonly children: ComponentChildren
  /** Says what became of it. */
  readonly act: () => Promise<ComponentChildren>
  readonly label?: string
  readonly class?: string
}

/** A button that changes something: it says why it may not, and what came of it. */
export function Action({ role, children, act, label, ...rest }: ActionProps) {
  const id = useId()
  const [isBusy, setBusy] = useState(false)
  const [said, setSaid] = useState<ComponentChildren>(null)
  const refusal = whyNot(role)
  const press = () => {
    if (refusal !== null || isBusy) return
    setBusy(true)
    setSaid(null)
    act()
      .then(setSaid, (error: unknown) => {
        const { title, message } = ApiProblem.from(error)
        setSaid(`${title}. ${message}`)
      })
      .finally(() => {
        setBusy(false)
      })
  }
  return (
    <span class="action">
      <button
        type="button"
        class={rest.class}
        aria-disabled={refusal !== null || isBusy}
        aria-describedby={refusal === null ? undefined : id}
        aria-label={label}
        title={refusal ?? undefined}
        onClick={press}
      >
        {children}
      </button>
      {refusal === null ? null : (
        <small id={id} class="refusal">
          {refusal}
        </small>
      )}
      <span role="status" class="said">
        {said}
      </span>
    </span>
  )
}
