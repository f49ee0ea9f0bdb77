/** `2026-11-22 17:30:05 UTC` */
export const utcText = (at: Date): string =>
  `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`
