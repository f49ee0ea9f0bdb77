import type { QuotaLimit } from '../quota/windows.ts'

/** Share of every limit longer than a minute that people's own requests are expected to take. */
export const PEOPLE_SHARE = 0.05

/** Of a limit, what the plan leaves to people while its whole window is still to come. */
export const keptForPeople = ({ window, limit }: Pick<QuotaLimit, 'window' | 'limit'>): number =>
  window === 'minute' ? 0 : Math.round(PEOPLE_SHARE * limit)
