import type { ComponentChildren } from 'preact'
import { zone } from '../live/preferences.ts'
import type { Resource } from '../live/resource.ts'
import { clockText } from '../logic/format.ts'

interface PartProps<T> {
  readonly title: string
  readonly resource: Resource<T>
  readonly children: (data: T) => ComponentChildren
  /** A sentence, and the next step, where there is nothing to show. */
  readonly empty?: (data: T) => ComponentChildren
  readonly aside?: ComponentChildren
  readonly class?: string
  /** Grey lines while nothing is there yet. */
  readonly lines?: number
}

/** A part of a page in one of its five states: loading, empty, there, old, failed. */
export function Part<T>({ title, resource, aside, lines = 3, ...props }: PartProps<T>) {
  const { data, problem } = resource
  const id = `part-${title.toLowerCase().replaceAll(/\W+/g, '-')}`
  return (
    <section
      class={`part ${props.class ?? ''}`}
      aria-labelledby={id}
      data-state={stateOf(resource)}
    >
      <header class="part-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </header>
      <Failure resource={resource} />
      {data === undefined ? problem ? null : <Lines count={lines} /> : content(data, props)}
    </section>
  )
}

function content<T>(data: T, { children, empty }: Pick<PartProps<T>, 'children' | 'empty'>) {
  const nothing = empty?.(data)
  return nothing ? <p class="empty">{nothing}</p> : children(data)
}

export function stateOf({ data, problem }: Resource<unknown>): string {
  if (data === undefined) return problem ? 'error' : 'loading'
  return problem ? 'stale' : 'ok'
}

/** What failed, what to do, and of when the data are that are still shown. */
export function Failure({ resource }: { readonly resource: Resource<unknown> }) {
  const { problem, data, atMs, again } = resource
  if (!problem) return null
  return (
    <div class="failure" role="alert">
      <strong>{problem.title}.</strong> {problem.message}{' '}
      {data === undefined ? null : (
        <span>Shown is what was so at {clockText(atMs, zone.value)}. </span>
      )}
      <button type="button" class="small" onClick={again}>
        Try again
      </button>
    </div>
  )
}

function Lines({ count }: { readonly count: number }) {
  return (
    <div class="lines" aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <span key={index} />
      ))}
    </div>
  )
}
