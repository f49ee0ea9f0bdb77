import type { ComponentChildren } from 'preact'
import { go } from '../live/location.ts'

interface LinkProps {
  readonly href: string
  readonly children: ComponentChildren
  readonly class?: string | undefined
  readonly current?: boolean | undefined
}

/** A link within the page; with a key held the browser opens it as it likes. */
export function Link({ href, children, current, ...rest }: LinkProps) {
  return (
    <a
      {...rest}
      href={href}
      {...(current === true && { 'aria-current': 'page' as const })}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
        event.preventDefault()
        go(href)
      }}
    >
      {children}
    </a>
  )
}
