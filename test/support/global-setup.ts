import type { TestProject } from 'vitest/node'
import { startTemporalServer } from './temporal-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    temporalAddress: string
  }
}

/** One Temporal dev server for the suites of a project. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTemporalServer()
  project.provide('temporalAddress', server.address)
  return () => server.close()
}
