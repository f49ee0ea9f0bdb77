export const roundToTenths = (value: number): number => Math.round(value * 10) / 10

export const roundToHundredths = (value: number): number => Math.round(value * 100) / 100
