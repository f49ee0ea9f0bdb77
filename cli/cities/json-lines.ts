/** The lines on which the items of a JSON array begin; the text is known to be one. */
export function linesOfItems(text: string): number[] {
  const lines: number[] = []
  let [line, depth] = [1, 0]
  let isAwaited = false
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{},\n]|[^\s"[\]{},]+/g)) {
    if (token === '\n') {
      line += 1
      continue
    }
    if (depth === 1 && isAwaited && token !== ']' && token !== ',') {
      lines.push(line)
      isAwaited = false
    }
    if (token === '[' || token === '{') depth += 1
    if (token === ']' || token === '}') depth -= 1
    if (depth === 1 && (token === ',' || lines.length === 0)) isAwaited = true
  }
  return lines
}
