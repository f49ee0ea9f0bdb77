import type { PlaceRequest, ProviderRequest } from '../../../domain/provider/provider.ts'
import { offeredOf } from '../adapter-settings.ts'

const PATH = '/weatherapi/locationforecast/2.0/complete'

/** One document answers every product of a place. */
export function requestsFor(
  { place, products, memory }: PlaceRequest,
  baseUrl: string,
): ProviderRequest[] {
  const wanted = offeredOf('met-norway', products)
  if (wanted.length === 0) return []
  const at = `lat=${truncated(place.latitude)}&lon=${truncated(place.longitude)}`
  return [
    {
      url: `${baseUrl}${PATH}?${at}`,
      weight: 1,
      places: [place],
      products: wanted,
      ...(memory && { memory }),
    },
  ]
}

/** Five decimals are refused with a 403. The inner rounding keeps 0.57 from becoming 0.5699. */
const truncated = (degrees: number): number =>
  Math.trunc(Number((degrees * 10_000).toFixed(3))) / 10_000
