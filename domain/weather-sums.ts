/** Readings added up so that sums of sums stay exact: an average of averages would not be. */
export interface WeatherSums {
  readonly dataPoints: number
  readonly temperatureSamples: number
  readonly temperatureSumC: number
  readonly temperatureMinC: number | null
  readonly temperatureMaxC: number | null
  readonly humiditySamples: number
  readonly relativeHumiditySumPct: number
}

/** In °C and %; null where no reading said so. */
export interface WeatherStatistics {
  readonly avg_temperature: number | null
  readonly max_temperature: number | null
  readonly min_temperature: number | null
  readonly avg_humidity: number | null
  readonly data_points: number
}

const NO_SUMS: WeatherSums = {
  dataPoints: 0,
  temperatureSamples: 0,
  temperatureSumC: 0,
  temperatureMinC: null,
  temperatureMaxC: null,
  humiditySamples: 0,
  relativeHumiditySumPct: 0,
}

export const addUp = (all: readonly WeatherSums[]): WeatherSums =>
  all.reduce(
    (one, other) => ({
      dataPoints: one.dataPoints + other.dataPoints,
      temperatureSamples: one.temperatureSamples + other.temperatureSamples,
      temperatureSumC: one.temperatureSumC + other.temperatureSumC,
      temperatureMinC: outermost(Math.min, one.temperatureMinC, other.temperatureMinC),
      temperatureMaxC: outermost(Math.max, one.temperatureMaxC, other.temperatureMaxC),
      humiditySamples: one.humiditySamples + other.humiditySamples,
      relativeHumiditySumPct: one.relativeHumiditySumPct + other.relativeHumiditySumPct,
    }),
    NO_SUMS,
  )

export const statisticsOf = (sums: WeatherSums): WeatherStatistics => ({
  avg_temperature: mean(sums.temperatureSumC, sums.temperatureSamples),
  max_temperature: rounded(sums.temperatureMaxC),
  min_temperature: rounded(sums.temperatureMinC),
  avg_humidity: mean(sums.relativeHumiditySumPct, sums.humiditySamples),
  data_points: sums.dataPoints,
})

/** To hundredths: what lies below is the arithmetic's, not the weather's. */
export const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 100) / 100

const mean = (sum: number, samples: number): number | null =>
  samples === 0 ? null : rounded(sum / samples)

function outermost(
  pick: (one: number, other: number) => number,
  one: number | null,
  other: number | null,
): number | null {
  if (one === null) return other
  return other === null ? one : pick(one, other)
}
