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

/** Null where no reading said so. */
export interface WeatherStatistics {
  readonly temperatureAvgC: number | null
  readonly temperatureMaxC: number | null
  readonly temperatureMinC: number | null
  readonly relativeHumidityAvgPct: number | null
  readonly dataPoints: number
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
  temperatureAvgC: mean(sums.temperatureSumC, sums.temperatureSamples),
  temperatureMaxC: sums.temperatureMaxC,
  temperatureMinC: sums.temperatureMinC,
  relativeHumidityAvgPct: mean(sums.relativeHumiditySumPct, sums.humiditySamples),
  dataPoints: sums.dataPoints,
})

const mean = (sum: number, samples: number): number | null => (samples === 0 ? null : sum / samples)

function outermost(
  pick: (one: number, other: number) => number,
  one: number | null,
  other: number | null,
): number | null {
  if (one === null) return other
  return other === null ? one : pick(one, other)
}
