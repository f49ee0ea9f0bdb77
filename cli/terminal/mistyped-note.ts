import type { Command } from 'commander'
import { inheritedVariables } from '../../platform/config/env.ts'
import { suspiciousNames } from '../../platform/config/mistyped-names.ts'
import type { PartOptions } from '../server-process/part-option.ts'
import { note } from './output.ts'

/** Before a command: variables that look misspelt. For a part, its parent process has noted them. */
export function noteMistyped(_program: Command, command: Command): void {
  if (command.opts<PartOptions>().part !== undefined) return
  for (const { name, complaint } of suspiciousNames(inheritedVariables())) {
    note(`${name} ${complaint}`)
  }
}
