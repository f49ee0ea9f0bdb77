import type { ProviderLog } from '../../../providers/provider-log.ts'

export const NO_LOG: ProviderLog = { error: () => undefined }

export interface KeptLog extends ProviderLog {
  readonly lines: { readonly fields: object; readonly message: string }[]
}

export function keptLog(): KeptLog {
  const lines: KeptLog['lines'] = []
  return { lines, error: (fields, message) => void lines.push({ fields, message }) }
}
