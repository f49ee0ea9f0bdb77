import type { ComponentChildren } from 'preact'
import type { Resource } from '../live/resource.ts'
import { Failure, stateOf } from './part.tsx'
import { Title } from './title.tsx'

interface HeadPartProps {
  readonly title: string
  readonly resource: Resource<unknown>
  /** How it stands. */
  readonly aside?: ComponentChildren
  readonly children?: ComponentChildren
}

/** The first part of the page of one thing. */
export const HeadPart = ({ title, resource, aside, children }: HeadPartProps) => (
  <section class="part" data-state={stateOf(resource)}>
    <header class="part-head">
      <Title text={title} />
      {aside ? <p>{aside}</p> : null}
    </header>
    <Failure resource={resource} />
    {children}
  </section>
)
