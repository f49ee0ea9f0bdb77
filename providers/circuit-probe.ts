/** A request that shows whether an endpoint answers again; others of this process wait for its end. */
export interface Probe {
  readonly ended: Promise<void>
  readonly end: () => void
}

export function newProbe(): Probe {
  let end = (): void => undefined
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  return { ended, end: () => end() }
}
