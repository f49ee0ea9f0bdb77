export interface ServerSentEvent {
  readonly event: string
  readonly id: string | undefined
  readonly data: unknown
}

/** The events of a stream until it ends; comments are heartbeats. */
export async function readEvents(answer: Response): Promise<ServerSentEvent[]> {
  const blocks = (await answer.text()).split('\n\n')
  return blocks.flatMap((block) => {
    const fields = new Map(
      block
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith(':'))
        .map((line) => [
          line.slice(0, line.indexOf(':')),
          line.slice(line.indexOf(':') + 1).trim(),
        ]),
    )
    const data = fields.get('data')
    if (data === undefined) return []
    const parsed: unknown = JSON.parse(data)
    return [{ event: fields.get('event') ?? 'message', id: fields.get('id'), data: parsed }]
  })
}
