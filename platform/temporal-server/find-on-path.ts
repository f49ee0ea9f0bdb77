import { access, constants } from 'node:fs/promises'
import path from 'node:path'

export async function findOnPath(name: string, env: NodeJS.ProcessEnv): Promise<string> {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  // An empty entry would mean the current directory, whatever happens to lie there.
  const dirs = (env['PATH'] ?? '').split(path.delimiter).filter((dir) => dir !== '')
  for (const dir of dirs) {
    const file = path.join(dir, name + suffix)
    if (await isExecutable(file)) return file
  }
  throw new Error(`no ${name} in any directory of PATH`)
}

function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  )
}
