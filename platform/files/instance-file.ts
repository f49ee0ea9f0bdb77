import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { identify, isRunning } from '../processes/process-identity.ts'

const instanceSchema = Type.Object({
  pid: Type.Integer({ minimum: 1 }),
  /** Distinguishes the process from a later one with the same id; null where the system has no start time. */
  startTicks: Type.Union([Type.Integer(), Type.Null()]),
  mode: Type.Union([Type.Literal('live'), Type.Literal('demo')]),
  startedAt: Type.String(),
  apiUrl: Type.String(),
  temporalAddress: Type.String(),
  temporalNamespace: Type.String(),
  webUiUrl: Type.Optional(Type.String()),
  /** The embedded database's; an external one is known by its setting, and has a password. */
  databaseUrl: Type.Optional(Type.String()),
  /** The demo's. */
  emulatorUrl: Type.Optional(Type.String()),
})

export type Instance = Readonly<Static<typeof instanceSchema>>
export type InstanceFacts = Omit<Instance, 'pid' | 'startTicks'>

function pathIn(dataDir: string): string {
  return join(dataDir, 'instance.json')
}

/** Records that this process runs on `dataDir`, and its addresses. */
export async function writeInstanceFile(dataDir: string, facts: InstanceFacts): Promise<Instance> {
  const instance: Instance = { ...identify(process.pid), ...facts }
  const aside = `${pathIn(dataDir)}.${process.pid}`
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  try {
    await writeFile(aside, `${JSON.stringify(instance, null, 2)}\n`, { mode: 0o600 })
    await rename(aside, pathIn(dataDir))
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  }
  return instance
}

/** The instance that runs on `dataDir`; undefined when none does. */
export async function readInstanceFile(dataDir: string): Promise<Instance | undefined> {
  const instance = await parsed(dataDir)
  return instance !== undefined && isRunning(instance) ? instance : undefined
}

/** Keeps the file of another running process. */
export async function removeInstanceFile(dataDir: string): Promise<void> {
  const instance = await parsed(dataDir)
  const isOther = instance !== undefined && instance.pid !== process.pid
  if (isOther && isRunning(instance)) return
  await rm(pathIn(dataDir), { force: true })
}

async function parsed(dataDir: string): Promise<Instance | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(pathIn(dataDir), 'utf8'))
    return Value.Check(instanceSchema, value) ? value : undefined
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (isAbsent || error instanceof SyntaxError) return undefined
    throw error
  }
}
