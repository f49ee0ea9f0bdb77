import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import type { Role } from '../../domain/access/role.ts'
import { whyNot } from '../live/session.ts'

export interface RoleButtonProps {
  readonly role: Role
  readonly press: () => void
  readonly children: ComponentChildren
  readonly label?: string | undefined
  readonly class?: string | undefined
  readonly isBusy?: boolean
  /** Where a neighbour has said the same, only screen readers hear why it refuses. */
  readonly isQuiet?: boolean
}

/** A button of a role: for others it does nothing and says why. */
export function RoleButton({
  role,
  press,
  children,
  label,
  isBusy = false,
  isQuiet = false,
  ...rest
}: RoleButtonProps) {
  const id = useId()
  const refusal = whyNot(role)
  return (
    <>
      <button
        type="button"
        class={rest.class}
        aria-disabled={refusal !== null || isBusy}
        aria-describedby={refusal === null ? undefined : id}
        aria-label={label}
        title={refusal ?? undefined}
        onClick={() => {
          if (refusal === null && !isBusy) press()
        }}
      >
        {children}
      </button>
      {refusal === null ? null : (
        <small id={id} class={isQuiet ? 'hidden' : 'refusal'}>
          {refusal}
        </small>
      )}
    </>
  )
}
