import type { TSchema } from 'typebox'
import type { Discard } from '../domain/weather/reading.ts'

/** An answer with more wrong fields than this has another format. */
const MAX_DISCARDS = 50

type Path = readonly string[]

/** JSON Schema as TypeBox writes it, as far as a path can lead through it. */
interface Shape {
  readonly anyOf?: readonly Shape[]
  readonly type?: string
  readonly properties?: Readonly<Record<string, Shape>>
  readonly patternProperties?: object
  readonly required?: readonly string[]
  readonly items?: Shape
  readonly isVital?: boolean
}

interface WireFault {
  readonly instancePath: string
  readonly message: string
}

interface Validator {
  Check(value: unknown): boolean
  Errors(value: unknown): readonly WireFault[]
}

/**
 * The body without its wrong optional parts, each of which is noted; undefined where a required part
 * is wrong.
 */
export function withoutWrongParts(
  body: unknown,
  schema: TSchema,
  validator: Validator,
  discard: Discard,
): unknown {
  let sound = body
  for (let discards = 0; discards < MAX_DISCARDS; discards++) {
    if (validator.Check(sound)) return sound
    const fault = deepest(validator.Errors(sound))
    const removable = fault && optionalPartOf(schema, pathOf(fault))
    if (!removable) return undefined
    sound = replaced(sound, removable.path, removable.isNullable)
    discard(`/${removable.path.join('/')}`, fault.message)
  }
  return undefined
}

/** A fault inside a union is reported at the union as well. */
const deepest = (faults: readonly WireFault[]): WireFault | undefined =>
  faults.reduce<WireFault | undefined>(
    (found, fault) =>
      found && !fault.instancePath.startsWith(`${found.instancePath}/`) ? found : fault,
    undefined,
  )

const pathOf = ({ instancePath }: WireFault): string[] =>
  instancePath
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))

interface OptionalPart {
  readonly path: Path
  readonly isNullable: boolean
}

/** The innermost optional part on the path to the fault; vital parts do not count. */
function optionalPartOf(schema: Shape, path: Path): OptionalPart | undefined {
  let found: OptionalPart | undefined
  let shape: Shape | undefined = schema
  for (const [depth, key] of path.entries()) {
    const parent: Shape | undefined = containerOf(shape)
    if (!parent) return found
    shape = parent.items ?? parent.properties?.[key]
    if (shape?.isVital) {
      found = undefined
      continue
    }
    const isNullable = shape?.anyOf?.some(({ type }) => type === 'null') === true
    const isOptional = !parent.items && parent.required?.includes(key) !== true
    if (isNullable || isOptional) found = { path: path.slice(0, depth + 1), isNullable }
  }
  return found
}

const containerOf = (shape: Shape | undefined): Shape | undefined =>
  [shape, ...(shape?.anyOf ?? [])].find(
    (one) => one?.properties ?? one?.items ?? one?.patternProperties,
  )

/** Copies the objects on the path and shares the rest. */
function replaced(body: unknown, [key = '', ...rest]: Path, isNullable: boolean): unknown {
  if (Array.isArray(body)) {
    const index = Number(key)
    return body.with(index, rest.length > 0 ? replaced(body[index], rest, isNullable) : null)
  }
  const { [key]: value, ...others } = body as Record<string, unknown>
  if (rest.length > 0) return { ...others, [key]: replaced(value, rest, isNullable) }
  return isNullable ? { ...others, [key]: null } : others
}
