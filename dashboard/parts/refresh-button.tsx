import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { RefreshDialog, type RefreshRequest } from './refresh-dialog.tsx'
import { RoleButton } from './role-button.tsx'

interface RefreshButtonProps {
  /** Of the dialog. */
  readonly title: string
  readonly request: () => Promise<RefreshRequest>
  readonly children: ComponentChildren
}

/** Shows what a refresh would cost before it is asked for. */
export function RefreshButton({ title, request, children }: RefreshButtonProps) {
  const [isAsking, setAsking] = useState(false)
  return (
    <span class="action">
      <RoleButton
        role="operate"
        press={() => {
          setAsking(true)
        }}
      >
        {children}
      </RoleButton>
      {isAsking ? (
        <RefreshDialog
          title={title}
          request={request}
          close={() => {
            setAsking(false)
          }}
        />
      ) : null}
    </span>
  )
}
