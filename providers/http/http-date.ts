const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const MONTH = `(?<month>${MONTHS.join('|')})`
const CLOCK = '(?<hour>\\d\\d):(?<minute>\\d\\d):(?<second>\\d\\d)'

/** The three forms of an HTTP date, RFC 9110 section 5.6.7. */
const HTTP_DATES = [
  `(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?<day>\\d\\d) ${MONTH} (?<year>\\d{4}) ${CLOCK} GMT`,
  `(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?<day>\\d\\d)-${MONTH}-(?<year>\\d\\d) ${CLOCK} GMT`,
  `(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ${MONTH} (?<day>[ \\d]\\d) ${CLOCK} (?<year>\\d{4})`,
].map((form) => new RegExp(`^${form}$`))

/**
 * An HTTP date in any of its forms; null for anything else. A two-digit year that seems more than
 * fifty years ahead of `now` belongs to the century before.
 */
export function httpDateOf(text: string | undefined, now: Date): Date | null {
  const groups = HTTP_DATES.map((form) => form.exec(text ?? '')?.groups).find((found) => found)
  if (!groups) return null
  const number = (name: string): number => Number(groups[name])
  const year = fullYear(groups['year'] ?? '', now)
  const month = MONTHS.indexOf(groups['month'] ?? '')
  const [day, hour, minute] = [number('day'), number('hour'), number('minute')]
  // A leap second is valid.
  const second = Math.min(number('second'), 59)
  const at = new Date(Date.UTC(year, month, day, hour, minute, second))
  const isReal = at.getUTCDate() === day && at.getUTCHours() === hour && minute < 60
  return isReal && number('second') <= 60 ? at : null
}

function fullYear(digits: string, now: Date): number {
  if (digits.length === 4) return Number(digits)
  const thisYear = now.getUTCFullYear()
  const year = thisYear - (thisYear % 100) + Number(digits)
  return year > thisYear + 50 ? year - 100 : year
}
