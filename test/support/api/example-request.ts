import type { Operation, Schema } from './described-operations.ts'

export interface ExampleRequest {
  readonly method: string
  /** Below the server's address. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** What only a running instance knows, such as the id of a task, by parameter. */
export type Known = Readonly<Record<string, string>>

/**
 * The request that the first example of each parameter makes. Optional ones without an example are left out.
 * @throws Error that names a required parameter without an example.
 */
export function exampleRequest(operation: Operation, known: Known = {}): ExampleRequest {
  const { method, path, parameters, body, bodyExample } = operation
  const valued = parameters.flatMap(({ name, in: place, required, example, schema }) => {
    const value = known[name] ?? example ?? exampleOf(schema)
    if (value !== undefined) return [{ name, place, value: textOf(value) }]
    if (required) throw new Error(`${method} ${path}: ${name} has no example`)
    return []
  })
  const at = (place: string) => valued.filter((one) => one.place === place)
  const query = new URLSearchParams(
    at('query').map(({ name, value }): [string, string] => [name, value]),
  ).toString()
  const address = at('path').reduce(
    // A task's id has slashes, which may stand in an address.
    (left, { name, value }) => left.replace(`{${name}}`, value.replaceAll(' ', '%20')),
    path,
  )
  return {
    method,
    path: query === '' ? address : `${address}?${query}`,
    headers: {
      ...Object.fromEntries(at('header').map(({ name, value }) => [name, value])),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(bodyExample ?? exampleFields(body)) }),
  }
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value)

const exampleOf = ({ examples }: Schema): unknown => examples?.[0]

/** Of a body whose fields have examples. */
const exampleFields = ({ properties = {} }: Schema): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([name, field]) => {
      const value = exampleOf(field)
      return value === undefined ? [] : [[name, value]]
    }),
  )
