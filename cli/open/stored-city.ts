import { cityWordText, parseCityWords } from '../cities/city-arguments.ts'
import { wrongUsage } from '../errors/command-error.ts'
import { answered, refusal } from '../target/api-answer.ts'
import type { RunningApi } from '../target/running-api.ts'

/** Cities of one name that are listed. */
const LIMIT = 100

/**
 * The stored city that is named; to open its page is no request for its weather, and counts as none.
 * @throws CommandError where none is, or several are.
 */
export async function storedCity(api: RunningApi, text: string): Promise<number> {
  const [word, ...others] = parseCityWords([text])
  if (!word || others.length > 0) throw wrongUsage('one city has one page: name one')
  const found = word.kind === 'id' ? await byId(api, word.id) : await byName(api, word)
  const [city, ...more] = found
  if (!city) {
    throw wrongUsage(
      `no city is stored as ${cityWordText(word)}`,
      '`weather247 cities list` shows them',
    )
  }
  if (more.length > 0) {
    const names = found.map(({ id, name, country }) => `${id} ${name}, ${country}`).join('; ')
    throw wrongUsage(`${text} is several cities: ${names}`, 'add the country, or use the id')
  }
  return city.id
}

interface Stored {
  readonly id: number
  readonly name: string
  readonly country: string
}

async function byId(api: RunningApi, cityId: number): Promise<Stored[]> {
  const { data, error, response } = await answered(
    api.url,
    api.client.GET('/api/weather/cities/{cityId}', { params: { path: { cityId } } }),
  )
  if (data) return [data]
  if (response.status === 404) return []
  throw refusal(api.url, error)
}

/** Of those whose name it is, or else whose name begins with it. */
async function byName(
  api: RunningApi,
  { name, countryCode }: { readonly name: string; readonly countryCode?: string },
): Promise<Stored[]> {
  const query = {
    q: name,
    limit: LIMIT,
    ...(countryCode !== undefined && { country: countryCode }),
  }
  const { data, error } = await answered(
    api.url,
    api.client.GET('/api/weather/cities/search', { params: { query } }),
  )
  if (!data) throw refusal(api.url, error)
  const stored = data.cities.filter(({ is_stored: isStored }) => isStored)
  const exact = stored.filter(({ match }) => match === 'exact')
  return exact.length > 0 ? exact : stored
}
