import { withQuery, type Page } from '../logic/address.ts'

interface Listed {
  readonly name: Page['name']
  readonly href: string
  readonly title: string
  /** The letter that leads to it after `g`. */
  readonly key: string
}

export const PAGES: readonly Listed[] = [
  { name: 'now', href: '/', title: 'Now', key: 'n' },
  { name: 'cities', href: '/cities', title: 'Cities', key: 'c' },
  { name: 'runs', href: '/runs', title: 'Runs', key: 'r' },
  { name: 'providers', href: '/providers', title: 'Providers', key: 'p' },
  { name: 'system', href: '/system', title: 'System', key: 's' },
]

interface Twins {
  readonly curl: string
  readonly cli: string
}

/** The same as the page, for a terminal. */
export function twinsOf(page: Page, search: string): Twins {
  switch (page.name) {
    case 'cities':
      // The colour of the map is the page's own.
      return {
        curl: withQuery('/api/weather/cities', search, { colour: null }),
        cli: 'weather247 cities list',
      }
    case 'city':
      return {
        curl: `/api/weather/current/${page.cityId}`,
        cli: `weather247 explain ${page.cityId}`,
      }
    case 'runs':
      return { curl: `/api/weather/monitoring/tasks${search}`, cli: 'weather247 schedules list' }
    case 'run':
      return {
        curl: `/api/weather/monitoring/task/${page.taskId}`,
        cli: `weather247 task show ${page.taskId}`,
      }
    case 'providers':
      return { curl: '/api/weather/monitoring/quota', cli: 'weather247 providers list' }
    case 'system':
      return { curl: '/api/weather/monitoring/health', cli: 'weather247 watch' }
    default:
      return { curl: '/api/weather/monitoring/dashboard', cli: 'weather247 watch' }
  }
}
