const BASE_CONTEXT = {
  '@version': '1.1',
  wx: 'https://api.weather.gov/ontology#',
  geo: 'http://www.opengis.net/ont/geosparql#',
  unit: 'http://codes.wmo.int/common/unit/',
  '@vocab': 'https://api.weather.gov/ontology#',
}

export const GEO_CONTEXT = ['https://geojson.org/geojson-ld/geojson-context.jsonld', BASE_CONTEXT]

export const pointContext = [
  'https://geojson.org/geojson-ld/geojson-context.jsonld',
  {
    ...BASE_CONTEXT,
    s: 'https://schema.org/',
    geometry: { '@id': 's:GeoCoordinates', '@type': 'geo:wktLiteral' },
  },
]

export interface Quantity {
  readonly unitCode: string
  readonly value: number | null
}

export const quantity = (unit: string, value: number | null): Quantity => ({
  unitCode: `wmoUnit:${unit}`,
  value,
})

/** A code of MADIS; `Z` means that no quality control applies. */
export type QualityCode = 'V' | 'C' | 'S' | 'Z' | 'X' | 'Q' | 'B'

export const measured = (
  unit: string,
  value: number | null,
  code: QualityCode = 'V',
): Quantity & { readonly qualityControl: string } => ({
  ...quantity(unit, value),
  qualityControl: value === null ? 'Z' : code,
})
