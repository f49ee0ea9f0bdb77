import openapiTS, { astToString } from 'openapi-typescript'
import type { OpenApiDocument } from './openapi.ts'

/** The addresses of the API as types, for `client/`. */
export async function clientTypes(document: OpenApiDocument): Promise<string> {
  const nodes = await openapiTS(JSON.stringify(document))
  return `// Made by \`npm run docs:generate\` from docs/openapi.json.\n\n${astToString(nodes)}`
}
