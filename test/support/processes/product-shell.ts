import { execFile } from 'node:child_process'
import { chmod, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CommandResult, Product } from './product.ts'
import { temporalCliPath } from '../temporal/temporal-server.ts'

const LINE_TIMEOUT_MS = 120_000

/** A shell beside a product, in which `npx weather247` and `temporal` mean that product. */
export interface ProductShell {
  run(line: string): Promise<CommandResult>
  close(): Promise<void>
}

export async function openProductShell({ env, main, temporalAddress }: Product) {
  const bin = await mkdtemp(join(tmpdir(), 'weather247-bin-'))
  await symlink(await temporalCliPath(), join(bin, 'temporal'))
  const npx = join(bin, 'npx')
  // The name of the package comes first.
  await writeFile(npx, `#!/bin/sh\nshift\nexec '${process.execPath}' '${main}' "$@"\n`)
  await chmod(npx, 0o755)
  const path = `${bin}:${env['PATH'] ?? ''}`
  const pointed = { ...env, PATH: path }
  return {
    run: (line) =>
      new Promise((resolve) => {
        const variables = line.startsWith('temporal ')
          ? { ...pointed, TEMPORAL_ADDRESS: temporalAddress }
          : pointed
        const child = execFile(
          '/bin/sh',
          ['-c', line],
          { env: variables, timeout: LINE_TIMEOUT_MS, maxBuffer: 16 * 1024 * 1024 },
          (_, stdout, stderr) => {
            resolve({ code: child.exitCode ?? -1, stdout, stderr })
          },
        )
      }),
    close: () => rm(bin, { recursive: true, force: true }),
  } satisfies ProductShell
}
