import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { isDemo } from '../live/session.ts'

interface TitleProps {
  /** Of the page, and of its tab. */
  readonly text: string
  readonly children?: ComponentChildren
}

/** What a page is about, for who is on it and for who has many tabs. */
export function Title({ text, children = text }: TitleProps) {
  const whole = `${text} · Weather247${isDemo() ? ' [demo]' : ''}`
  useEffect(() => {
    document.title = whole
  }, [whole])
  return <h1 tabIndex={-1}>{children}</h1>
}
