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
  unitCode: string
  value: number | null
}

export const quantity = (unit: string, value: number | null): Quantity => ({
  unitCode: `wmoUnit:${unit}`,
  value,
})

/** A measured quantity; `Z` says that nobody checked, because there is nothing to check. */
export const measured = (
  unit: string,
  value: number | null,
): Quantity & { qualityControl: string } => ({
  ...quantity(unit, value),
  qualityControl: value === null ? 'Z' : 'V',
})
