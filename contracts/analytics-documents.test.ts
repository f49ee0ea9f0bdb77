import { expect, test } from 'vitest'
import { cityAnalyticsDocument } from './analytics-documents.ts'

test('statistics are stored and served to hundredths, and null where no reading said so', () => {
  const document = cityAnalyticsDocument({
    cityId: 2643743,
    name: 'London',
    countryCode: 'GB',
    temperatureAvgC: 8.4567,
    temperatureMaxC: -3.333,
    temperatureMinC: -3.333,
    relativeHumidityAvgPct: null,
    dataPoints: 96,
    fromDate: '2026-11-16',
    toDate: '2026-11-22',
    generatedAt: new Date('2026-11-22T10:08:00Z'),
  })
  expect(document).toEqual({
    city_id: 2643743,
    city: 'London',
    country: 'GB',
    avg_temperature: 8.46,
    max_temperature: -3.33,
    min_temperature: -3.33,
    avg_humidity: null,
    data_points: 96,
    from_date: '2026-11-16',
    to_date: '2026-11-22',
    generated_at: '2026-11-22T10:08:00.000Z',
    units: { temperature: '°C', humidity: '%' },
  })
})
