import type { QuotaWindow } from './windows.ts'

/** Windows that are worth a word: a minute fills by design, and is over soon. */
export const isLasting = ({ window }: { readonly window: QuotaWindow }): boolean =>
  window !== 'minute'

/** As the API tells of a window. */
export interface ToldWindow {
  readonly window: QuotaWindow
  readonly used_share: number | null
}

/** Of the limited windows the one that is used most; undefined where only minutes are limited. */
export const tightestWindow = <Window extends ToldWindow>(
  windows: readonly Window[],
): (Window & { readonly used_share: number }) | undefined =>
  windows
    .filter(isLasting)
    .filter((one): one is Window & { readonly used_share: number } => one.used_share !== null)
    .sort((one, other) => other.used_share - one.used_share)[0]
