import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BUNDLE_VARIABLE } from '../support/temporal/workflow-bundle.ts'
import { workflowBundle } from '../../workers/bundle.ts'

/** The workflows, bundled once for every file and process of the run. */
export default async function setUp(): Promise<() => Promise<void>> {
  const dir = await mkdtemp(join(tmpdir(), 'weather247-bundle-'))
  process.env[BUNDLE_VARIABLE] ??= await bundleIn(dir)
  return () => rm(dir, { recursive: true, force: true })
}

async function bundleIn(dir: string): Promise<string> {
  const bundle = await workflowBundle()
  if ('codePath' in bundle) return bundle.codePath
  const path = join(dir, 'workflows.js')
  await writeFile(path, bundle.code)
  return path
}
