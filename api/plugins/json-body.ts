import type { FastifyInstance } from 'fastify'
import { Problem } from '../problem.ts'
import { isNestedDeeper } from './json-depth.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Bodies are JSON in UTF-8, as RFC 8259 has it. Many clients announce one even when they send nothing. */
export function readJsonOnly(app: FastifyInstance, maxDepth: number): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const text = decoded(body as Buffer)
    if (text === undefined) done(new Problem('invalid-request', 'The body is not UTF-8.'))
    else if (text === '') done(null, undefined)
    else if (isNestedDeeper(text, maxDepth)) {
      const detail = `The body is nested deeper than ${maxDepth} levels.`
      done(new Problem('invalid-request', detail))
    } else void parse(request, text, done)
  })
}

function decoded(body: Buffer): string | undefined {
  try {
    return utf8.decode(body)
  } catch {
    return undefined
  }
}
