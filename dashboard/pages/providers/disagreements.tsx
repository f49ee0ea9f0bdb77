import { answerOf, api } from '../../api.ts'
import { useResource } from '../../live/resource.ts'
import { cityAddress } from '../../logic/address.ts'
import { Link } from '../../parts/link.tsx'
import { Part } from '../../parts/part.tsx'
import { Disagreement } from '../city/doubts.tsx'

const SHOWN = 10

/** Where two of them say something else of the same moment; which is right no one knows. */
export function Disagreements() {
  const found = useResource('disagreements', () =>
    answerOf(api.GET('/api/weather/disagreements', { params: { query: { limit: SHOWN } } })),
  )
  return (
    <Part
      title="Disagreements"
      resource={found}
      empty={({ disagreements }) => (disagreements.length === 0 ? 'None was found.' : null)}
    >
      {({ disagreements }) => (
        <ul class="second">
          {disagreements.map(({ id, city, city_id: cityId, ...one }) => (
            <li key={id}>
              <Disagreement {...one} />, <Link href={cityAddress(cityId)}>{city}</Link>
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}
