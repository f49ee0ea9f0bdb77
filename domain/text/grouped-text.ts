/** A whole number with its thousands apart, by a space at which no line breaks. */
export const groupedText = (number: number): string =>
  String(number).replace(/\B(?=(\d{3})+$)/g, '\u00a0')
