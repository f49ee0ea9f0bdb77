/** What stands beside a value that may be wrong; it is served as it was given. */
export const VALUE_FLAGS = ['stands-still', 'jump', 'jump-back', 'disagreement'] as const

export type ValueFlag = (typeof VALUE_FLAGS)[number]
