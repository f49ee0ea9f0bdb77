/** All that controls a terminal or reverses text, except line breaks, which the commands print. */
const STEERING = /(?!\n)[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]/gu

/** Text for a terminal: control characters of stored and external text are escaped. */
export const terminalText = (text: string): string =>
  text.replace(
    STEERING,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  )

/** The result of a command; goes to standard output. */
export function say(line: string): void {
  console.log(terminalText(line))
}

/** For people only; goes to standard error, so that programs do not read it. */
export function note(line: string): void {
  console.error(terminalText(line))
}

/** The escapes of JSON are the same, so that the value stays what it is. */
export function sayJson(value: unknown): void {
  console.log(terminalText(JSON.stringify(value, null, 2)))
}
