import { createTestApi } from '../../test/support/api/test-api.ts'

export interface OpenApiDocument {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>
}

/** What a live API serves at /docs/json; it needs no service to be described. */
export async function describedApi(): Promise<OpenApiDocument> {
  const api = createTestApi()
  try {
    await api.app.ready()
    return api.app.swagger() as unknown as OpenApiDocument
  } finally {
    await api.close()
  }
}
