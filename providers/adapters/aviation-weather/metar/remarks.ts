/** What the remarks of a report hold beyond its body, in North America mostly. */
export interface Remarks {
  /** Tenths, where the body has whole degrees. */
  readonly temperatureC: number | undefined
  readonly dewPointC: number | undefined
  /** The last three digits of tenths of hPa: 148 is 1014.8 or 914.8. */
  readonly seaLevelDigits: number | undefined
  /** The instrument that would tell present weather is off. */
  readonly isWeatherSensorOff: boolean
}

const TENTHS = /^T([01])(\d{3})(?:([01])(\d{3}))?$/
const SEA_LEVEL = /^SLP(\d{3})$/

/** FMH-1, chapter 12; other remarks are not read. */
export function remarksOf(groups: readonly string[]): Remarks {
  const [, sign, tenths, dewSign, dewTenths] = firstMatch(groups, TENTHS)
  const [, seaLevel] = firstMatch(groups, SEA_LEVEL)
  return {
    temperatureC: degreesOf(sign, tenths),
    dewPointC: degreesOf(dewSign, dewTenths),
    seaLevelDigits: seaLevel === undefined ? undefined : Number(seaLevel),
    isWeatherSensorOff: groups.includes('PWINO'),
  }
}

const firstMatch = (groups: readonly string[], pattern: RegExp): readonly (string | undefined)[] =>
  groups.map((group) => pattern.exec(group)).find((match) => match !== null) ?? []

const degreesOf = (sign: string | undefined, tenths: string | undefined): number | undefined =>
  tenths === undefined ? undefined : (Number(tenths) / 10) * (sign === '1' ? -1 : 1) + 0
