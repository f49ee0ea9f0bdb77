import type { ThresholdRule, ThresholdSeverity } from './threshold.ts'

export interface ThresholdPreset extends Omit<ThresholdRule, 'id'> {
  readonly name: string
  readonly severity: ThresholdSeverity
}

/** What is worth telling anywhere on Earth, as the original system had it. */
export const THRESHOLD_PRESETS: readonly ThresholdPreset[] = [
  { name: 'heat', field: 'temperatureC', side: 'above', value: 35, severity: 'warning' },
  { name: 'extreme heat', field: 'temperatureC', side: 'above', value: 40, severity: 'critical' },
  { name: 'frost', field: 'temperatureC', side: 'below', value: -10, severity: 'warning' },
  { name: 'extreme frost', field: 'temperatureC', side: 'below', value: -20, severity: 'critical' },
  { name: 'strong wind', field: 'windSpeedKmh', side: 'above', value: 50, severity: 'warning' },
  { name: 'storm', field: 'windSpeedKmh', side: 'above', value: 80, severity: 'emergency' },
  { name: 'low visibility', field: 'visibilityKm', side: 'below', value: 1, severity: 'warning' },
  { name: 'severe weather', field: 'severeWeather', side: 'above', value: 1, severity: 'warning' },
  {
    name: 'dangerous weather',
    field: 'severeWeather',
    side: 'above',
    value: 2,
    severity: 'emergency',
  },
]
