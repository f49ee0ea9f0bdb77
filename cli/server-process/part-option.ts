import { Option } from 'commander'
import type { Mode } from '../../platform/config/config.ts'

/** Set by `up` alone: the process is a part, reports when it is ready, and ends with its parent. */
export interface PartOptions {
  readonly part?: Mode
}

export const partOption = (): Option =>
  new Option('--part <mode>').choices(['live', 'demo']).hideHelp()
