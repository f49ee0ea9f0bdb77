import { FRONTEND, TYPE_LENGTH_BYTES, message, text } from './wire.ts'

const COPY_IN = /(?:^|;)\s*copy\s[^;]*\sfrom\s+stdin\b/i

const REFUSAL = `DO $$ BEGIN RAISE feature_not_supported
  USING MESSAGE = 'COPY FROM STDIN does not exist in the embedded database'; END $$`

/** PGlite's backend ends at a COPY from a client: the statement raises an error instead. */
export function withoutCopyIn(frame: Buffer): Buffer {
  if (frame[0] === FRONTEND.query) {
    return isCopyIn(frame, TYPE_LENGTH_BYTES) ? message('Q', text(REFUSAL)) : frame
  }
  if (frame[0] !== FRONTEND.parse) return frame
  const sqlAt = frame.indexOf(0, TYPE_LENGTH_BYTES) + 1
  if (!isCopyIn(frame, sqlAt)) return frame
  const name = frame.subarray(TYPE_LENGTH_BYTES, sqlAt)
  return message('P', Buffer.concat([name, text(REFUSAL), Buffer.from([0, 0])]))
}

function isCopyIn(frame: Buffer, sqlAt: number): boolean {
  return COPY_IN.test(frame.toString('utf8', sqlAt, frame.indexOf(0, sqlAt)))
}
