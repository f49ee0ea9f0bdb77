import { cannotRun } from '../errors/command-error.ts'
import { refresh } from '../refresh/refresh.ts'
import { findTarget, type Target } from '../target/target.ts'
import { emulatorFaults, type EmulatorFaults } from './emulator-faults.ts'

export interface Demo {
  readonly target: Target
  readonly faults: EmulatorFaults
}

/** @throws CommandError where no demo runs. */
export async function openDemo(): Promise<Demo> {
  const target = await findTarget(['demo'])
  const url = target.instance?.emulatorUrl
  if (url === undefined) {
    throw cannotRun('the demo that runs was started by an older version', 'start it again')
  }
  return { target, faults: emulatorFaults(url) }
}

/** What changes fastest is asked for again, however young it is; of all cities where none is named. */
export const refreshDemo = (cities?: readonly string[]): Promise<number> =>
  refresh({ maxAge: 0, fanOut: 'auto', wait: true, ...(cities && { cities }) }, ['demo'])
