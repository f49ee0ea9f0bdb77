import { AskButton } from './ask-button.tsx'
import { Price, startRefresh, type RefreshRequest } from './refresh-price.tsx'

interface RefreshButtonProps {
  /** Of the dialog. */
  readonly title: string
  readonly request: () => Promise<RefreshRequest>
  readonly children: string
}

/** Shows what a refresh would cost before it is asked for. */
export const RefreshButton = ({ title, request, children }: RefreshButtonProps) => (
  <AskButton
    title={title}
    ask={() => <Price of={title} request={request} verb="Refresh" act={startRefresh} />}
  >
    {children}
  </AskButton>
)
