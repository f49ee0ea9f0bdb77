import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { ApiProblem } from '../api.ts'
import { RoleButton, type RoleButtonProps } from './role-button.tsx'

interface ActionProps extends Omit<RoleButtonProps, 'press' | 'isBusy'> {
  /** Says what became of it. */
  readonly act: () => Promise<ComponentChildren>
}

/** A button that changes something, and says what came of it. */
export function Action({ act, ...button }: ActionProps) {
  const { isBusy, said, press } = useAct(act)
  return (
    <span class="action">
      <RoleButton {...button} isBusy={isBusy} press={press} />
      <span role="status" class="said">
        {said}
      </span>
    </span>
  )
}

function useAct(act: ActionProps['act']) {
  const [isBusy, setBusy] = useState(false)
  const [said, setSaid] = useState<ComponentChildren>(null)
  const press = () => {
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
  return { isBusy, said, press }
}
