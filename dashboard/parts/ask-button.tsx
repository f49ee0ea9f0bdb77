import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Dialog } from './dialog.tsx'
import { RoleButton, type RoleButtonProps } from './role-button.tsx'

interface AskButtonProps extends Pick<RoleButtonProps, 'children' | 'label' | 'isQuiet'> {
  /** Of the dialog. */
  readonly title: string
  /** What will happen, and the button that makes it happen. */
  readonly ask: (close: () => void) => ComponentChildren
}

/** A button that asks before anything is changed: a slip costs nothing. */
export function AskButton({ title, ask, ...button }: AskButtonProps) {
  const [isAsking, setAsking] = useState(false)
  const close = () => {
    setAsking(false)
  }
  return (
    <span class="action">
      <RoleButton
        {...button}
        role="operate"
        press={() => {
          setAsking(true)
        }}
      />
      {isAsking ? (
        <Dialog title={title} close={close}>
          {ask(close)}
        </Dialog>
      ) : null}
    </span>
  )
}
