/** Groups of a report's body that hold no value of ours. */
const SKIPPED: readonly RegExp[] = [
  // How far the wind's direction varies.
  /^\d{3}V\d{3}$/,
  // Runway visual range, and the state of a runway in its present and former form.
  /^R\d{2}[LCR]?\/\S+$/,
  /^[\d/]{8}$/,
  /^\d{2}CLRD(\d{2}|\/\/)$/,
  /^(R\/)?SNOCLO$/,
  // Weather that is over.
  /^RE([A-Z]{2}){1,4}$/,
  /^RE\/\/$/,
  // Wind shear.
  /^(WS|ALL|RWY|LDG|TKOF|(RWY|R)\d{2}[LCR]?)$/,
  // Temperature and state of the sea.
  /^W(M?\d{2}|\/\/)\/(S[\d/]|H[\d/]{1,3})$/,
  // Colour states of military airfields.
  /^(BLACK)?(BLU\+?|WHT|GRN|YLO[12]?|AMB|RED)$/,
  // The station needs maintenance.
  /^\$$/,
]

export const isWithoutReading = (group: string): boolean =>
  SKIPPED.some((pattern) => pattern.test(group))
