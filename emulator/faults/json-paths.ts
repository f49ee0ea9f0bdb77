/** Keys and indices from the root of a JSON body to one of its fields. */
export type Path = readonly (string | number)[]

export type JsonObject = Record<string, unknown>

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isList = (value: unknown): value is unknown[] => Array.isArray(value)

/** `daily.time.1` names the second element of `time` in `daily`. */
export const pathOf = (field: string): Path => field.split('.')

export const keysOf = (value: unknown): (string | number)[] => {
  if (Array.isArray(value)) return value.map((_, index) => index)
  return isObject(value) ? Object.keys(value) : []
}

export function valueAt(body: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => {
    if (isList(value)) return value[Number(key)]
    return isObject(value) ? value[key] : undefined
  }, body)
}

/** The body with one field changed; the same body where it has no such field, or nothing changed. */
export function withValue(body: unknown, path: Path, change: (value: unknown) => unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return change(body)
  return withPart(body, key, (part) => withValue(part, rest, change))
}

/** Without the field: an array closes the gap. */
export function without(body: unknown, path: Path): unknown {
  const key = path.at(-1)
  if (key === undefined) return undefined
  return withValue(body, path.slice(0, -1), (parent) => {
    if (isList(parent)) return parent.filter((_, index) => index !== Number(key))
    if (!isObject(parent)) return parent
    return Object.fromEntries(Object.entries(parent).filter(([name]) => name !== String(key)))
  })
}

/** An element of an array follows itself; what is no element stays as it is. */
export function duplicated(body: unknown, path: Path): unknown {
  const key = path.at(-1)
  return withValue(body, path.slice(0, -1), (parent) => {
    if (!isList(parent) || key === undefined) return parent
    return parent.toSpliced(Number(key), 0, parent[Number(key)])
  })
}

function withPart(
  body: unknown,
  key: string | number,
  change: (part: unknown) => unknown,
): unknown {
  if (isList(body)) {
    const index = Number(key)
    if (!(index in body)) return body
    const before = body[index]
    const after = change(before)
    return after === before ? body : body.with(index, after)
  }
  if (!isObject(body) || !Object.hasOwn(body, key)) return body
  const before = body[key]
  const after = change(before)
  return after === before ? body : { ...body, [key]: after }
}
