/** `unknown` where there is cloud, or none of importance, and the report leaves open how much. */
export const CLOUD_AMOUNTS = ['SKC', 'FEW', 'SCT', 'BKN', 'OVC', 'VV'] as const

type CloudAmount = (typeof CLOUD_AMOUNTS)[number]

export interface CloudGroup {
  readonly amount: CloudAmount | 'not significant' | 'unknown'
}

const LAYER = /^(FEW|SCT|BKN|OVC)(\d{3}|\/{3})(CB|TCU|\/{3})?$/
const VERTICAL_VISIBILITY = /^VV(\d{3}|\/{3})$/
/** `///015`, `//////CB`, `///CB`: a layer of which the instrument does not know the amount. */
const UNKNOWN_LAYER = /^\/{3}(\d{3}|\/{3}|\/{3}(CB|TCU)|\d{3}(CB|TCU|\/{3})|CB|TCU|\/{6})$/

/**
 * `NSC` and `CAVOK`: no cloud below 1500 m, and no cumulonimbus. `CLR` and `NCD` are said by instruments,
 * which see to some 3700 m (FMH-1, 12.6.9). What is above is left open.
 */
export const NO_CLOUD_SAID: CloudGroup = { amount: 'not significant' }

export function cloudGroupOf(group: string): CloudGroup | undefined {
  if (group === 'SKC') return { amount: group }
  if (/^(NSC|CLR|NCD)$/.test(group)) return NO_CLOUD_SAID
  if (VERTICAL_VISIBILITY.test(group)) return { amount: 'VV' }
  if (UNKNOWN_LAYER.test(group)) return { amount: 'unknown' }
  const amount = LAYER.exec(group)?.[1]
  return amount === undefined ? undefined : { amount: amount as CloudAmount }
}

/** A layer in a group that is not understood. */
export const UNREAD_CLOUD: CloudGroup = { amount: 'unknown' }

export const isLikeCloud = (group: string): boolean => /^(FEW|SCT|BKN|OVC|VV)/.test(group)
