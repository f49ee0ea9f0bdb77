import { useEffect, useState } from 'preact/hooks'
import { answerOf, api, type Answer } from '../api.ts'

export type Hit = Answer<'/api/weather/cities/search'>['cities'][number]

/** Nothing is asked while somebody types. */
export const REST_MS = 150
const SHOWN = 8
/** Cities that are not kept are among them. */
const ASKED = 100

/** Cities that are kept, by how a name begins. */
export function useCitySearch(text: string): readonly Hit[] {
  const [hits, setHits] = useState<readonly Hit[]>([])
  useEffect(() => {
    if (text.trim() === '') {
      setHits([])
      return undefined
    }
    let isCurrent = true
    const take = (found: readonly Hit[]) => {
      if (isCurrent) setHits(found)
    }
    const rest = setTimeout(() => {
      found(text).then(take, () => {
        take([])
      })
    }, REST_MS)
    return () => {
      isCurrent = false
      clearTimeout(rest)
    }
  }, [text])
  return hits
}

async function found(q: string): Promise<Hit[]> {
  const query = { q, limit: ASKED }
  const { cities } = await answerOf(api.GET('/api/weather/cities/search', { params: { query } }))
  return cities.filter(({ is_stored: isStored }) => isStored).slice(0, SHOWN)
}
