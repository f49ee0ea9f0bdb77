import fc from 'fast-check'
import type { PlaceAnswer } from '../../../domain/provider/provider.ts'
import { ProviderError } from '../../../domain/provider/provider-error.ts'
import { createProvider } from '../../../providers/index.ts'
import type { SoundAnswer } from './emulated-answers.ts'
import {
  mutant,
  MUTATIONS,
  mutantsOf,
  pathsOf,
  valueAt,
  type JsonPath,
  type Mutant,
} from './mutations.ts'
import { faultsOf, heldNumbers } from './sane-answers.ts'

/** The place that is answered wrongly, where an answer is for many. */
const BAD_INDEX = 7

const SEED = 247

/** Every answer that an adapter gives to a body, by city; a failure of the request is one of each. */
export async function answersTo(
  sound: SoundAnswer,
  body: unknown,
): Promise<Map<number, PlaceAnswer>> {
  const { provider, request, answer, now } = sound
  const adapter = createProvider(provider, {
    http: {
      getJson: () => Promise.resolve({ ...answer, body }),
      getFile: () => Promise.reject(new Error('no file is fuzzed here')),
      close: () => Promise.resolve(),
    },
  })
  try {
    const options = { signal: new AbortController().signal, now: () => now }
    return new Map(await adapter.send(request, options))
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    return new Map(request.places.map(({ id }) => [id, { kind: 'failed', error }]))
  }
}

/** The fields of an answer; of one for many places, those of the one that is bad. */
function fieldsOf({ request, answer: { body } }: SoundAnswer): JsonPath[] {
  if (request.places.length === 1) return pathsOf(body)
  return pathsOf((body as unknown[])[BAD_INDEX]).map((path) => [BAD_INDEX, ...path])
}

/** Each field wrong in each way, or every `oneIn`th of these. */
export const mutantsFor = (sound: SoundAnswer, oneIn: number): Mutant[] =>
  mutantsOf(sound.answer.body, [[], ...fieldsOf(sound)], oneIn)

/** What is wrong with what adapters make of the mutants, by the mutant's name. */
export async function faultsAfter(
  sound: SoundAnswer,
  mutants: readonly Mutant[],
): Promise<string[]> {
  const before = new Map<number, string>()
  for (const [id, answer] of await answersTo(sound, sound.answer.body)) {
    before.set(id, JSON.stringify(answer))
  }
  const inSound = heldNumbers(sound.answer.body)
  const faults: string[] = []
  for (const one of mutants) {
    const inMutant = new Set<string>()
    for (const path of one.paths) heldNumbers(valueAt(one.body, path), inMutant)
    const held = (key: string): boolean => inSound.has(key) || inMutant.has(key)
    // One element too few leaves open whose it was.
    const hasNeighbours = before.size > 1 && one.paths.every((path) => path.length > 1)
    const answers = await answersTo(sound, one.body)
    for (const [index, { id }] of sound.request.places.entries()) {
      const answer = answers.get(id)
      const isSame = JSON.stringify(answer) === before.get(id)
      const isNeighbour = hasNeighbours && index !== BAD_INDEX
      if (isNeighbour && isSame) continue
      const found = answer ? faultsOf(answer, held, sound.now) : ['no answer']
      if (isNeighbour) found.push(`took neighbour ${index} along`)
      faults.push(...found.map((fault) => `${one.name}: ${fault}`))
    }
  }
  return faults
}

/** Two fields wrong at once, chosen by a seed. */
export function pairsFor(sound: SoundAnswer, count: number): Mutant[] {
  const field = fc.constantFrom(...fieldsOf(sound))
  const pair = fc.tuple(field, fc.constantFrom(...MUTATIONS), field, fc.constantFrom(...MUTATIONS))
  const chosen = fc.sample(pair, { seed: SEED, numRuns: count })
  return chosen.flatMap(([path, mutation, otherPath, otherMutation]) => {
    const first = mutant(sound.answer.body, path, mutation)
    const isThere = first && existsIn(first.body, otherPath)
    const both = isThere && mutant(first.body, otherPath, otherMutation)
    return both ? [{ ...both, name: `${first.name}, ${both.name}`, paths: [path, otherPath] }] : []
  })
}

const existsIn = (body: unknown, path: JsonPath): boolean => {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
      body,
    )
  const key = path.at(-1)
  if (Array.isArray(parent)) return typeof key === 'number' && key < parent.length
  return typeof parent === 'object' && parent !== null && typeof key !== 'number'
}
