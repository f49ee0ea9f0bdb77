import type { Readable } from 'node:stream'

/** Everything the stream holds now; one read may give a part of it. */
export function textHeldBy(stream: Readable): string {
  const chunks: Buffer[] = []
  const read = () => stream.read() as Buffer | null
  for (let chunk = read(); chunk !== null; chunk = read()) {
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}
