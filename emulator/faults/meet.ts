import { gzipSync } from 'node:zlib'
import type { Strike } from '../control/faults.ts'
import type { Fault } from '../control/schemas.ts'
import { payloadOf, type Answer, type EmulatedCall, type World } from '../exchange.ts'
import type { ProviderName } from '../provider-names.ts'
import { createDraw, type Draw } from './seeded-draw.ts'
import { distort, replacement, shiftMs } from './effects.ts'
import { drawnBodyFault, drawnFault } from './drawn-fault.ts'
import { spoil, spoilShare } from './spoil.ts'

export interface FaultyRequest {
  readonly provider: ProviderName
  readonly call: EmulatedCall
  /** Path and query as they arrived. */
  readonly url: string
  readonly worldAt: (shiftMs: number) => World
  /** What was said before to the same words, where the clock stands still. */
  readonly said: Map<string, Answer> | undefined
}

/** What a request is met with: an answer, sent as its fault says. */
export interface Met {
  readonly answer: Answer
  /** The fault that was drawn, or given; undefined for a sound answer. */
  readonly fault: Fault | undefined
}

const DEFAULT_SEED = 1

export function meet(request: FaultyRequest, strike: Strike | undefined): Met {
  if (!strike) return { answer: soundAnswer(request), fault: undefined }
  const draw = createDraw(strike.fault.seed ?? DEFAULT_SEED, strike.turn)
  if (strike.fault.kind !== 'random') return met(request, strike.fault, draw)
  return atRandom(request, strike.fault, draw)
}

const soundAnswer = ({ call, worldAt, url, said }: FaultyRequest): Answer => {
  const world = worldAt(0)
  const key = `${world.scene ?? ''} ${url}`
  const answer = said?.get(key) ?? call.answer(world)
  // An error may concern the request's headers, and a 304 does.
  if (answer.status === 200) said?.set(key, answer)
  return answer
}

/** Faults that change what there is to report, before anything is said. */
const CHANGE_THE_WORLD: readonly Fault['kind'][] = ['stale', 'future', 'out-of-range']

function atRandom(request: FaultyRequest, random: Fault, draw: Draw): Met {
  const { call, provider } = request
  const sound = soundAnswer(request)
  const { placeShare } = random
  if (placeShare !== undefined && call.places.length > 1) {
    const faultFor = (): Fault => drawnBodyFault(random, draw)
    return { answer: spoilShare(sound, provider, placeShare, draw, faultFor), fault: undefined }
  }
  const fault = drawnFault(random, draw, (one) => spoil(sound, call, provider, one, draw) !== sound)
  return met(request, fault, draw)
}

function met(request: FaultyRequest, fault: Fault, draw: Draw): Met {
  const { call, provider, url, worldAt } = request
  const replaced = replacement(provider, url, fault)
  if (replaced) return { answer: dressed(replaced, fault), fault }
  const healthy = CHANGE_THE_WORLD.includes(fault.kind)
    ? call.answer(distort(worldAt(shiftMs(fault)), fault))
    : soundAnswer(request)
  return { answer: dressed(spoil(healthy, call, provider, fault, draw), fault), fault }
}

/** Headers beside or instead of the answer's own, and a body packed whether they say so or not. */
function dressed(answer: Answer, { headers, pack }: Fault): Answer {
  const named = headers ? { ...answer, headers: { ...answer.headers, ...headers } } : answer
  return pack === undefined ? named : { ...named, body: gzipSync(payloadOf(named)) }
}
