import { Type, type Static } from 'typebox'
import { Compile } from 'typebox/compile'
import { PROVIDER_IDS, type ProviderId } from '../../domain/provider/provider-catalogue.ts'
import { Problem } from '../problem.ts'
import { oneOf } from '../schemas/types.ts'

/** Where a page of history begins, and where its last page ends. */
export interface HistoryCursor {
  /** The moment of the first page: what is stored later is no part of it. */
  readonly to: Date
  readonly from: Date
  /** Of the readings of `from`, those of providers after this one. */
  readonly provider?: ProviderId | undefined
}

/** Years of four digits, which dates are written with. */
const MomentMs = Type.Integer({ minimum: 0, maximum: Date.UTC(9999, 0, 1) })

const Written = Type.Union([
  Type.Tuple([MomentMs, MomentMs]),
  Type.Tuple([MomentMs, MomentMs, oneOf(PROVIDER_IDS)]),
])

const written = Compile(Written)

export function writeCursor({ to, from, provider }: HistoryCursor): string {
  const moments = [to.getTime(), from.getTime()]
  const parts = provider === undefined ? moments : [...moments, provider]
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/** @throws Problem for what no page has answered. */
export function readCursor(cursor: string): HistoryCursor {
  const [toMs, fromMs, provider] = parsed(cursor)
  return { to: new Date(toMs), from: new Date(fromMs), provider }
}

function parsed(cursor: string): Static<typeof Written> {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (written.Check(value)) return value
  } catch {
    // Falls through to the refusal, which is the same for both.
  }
  throw new Problem('invalid-request', 'querystring cursor: is no next_cursor of a page', {
    extra: {
      errors: [{ in: 'querystring', field: 'cursor', message: 'is no next_cursor of a page' }],
    },
  })
}
