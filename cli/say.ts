/** What a command has to tell; goes to standard output. */
export function say(line: string): void {
  console.log(line)
}

/** What a person should read, but a program that reads standard output should not. */
export function note(line: string): void {
  console.error(line)
}

export function sayJson(value: unknown): void {
  console.log(JSON.stringify(value, null, 2))
}
