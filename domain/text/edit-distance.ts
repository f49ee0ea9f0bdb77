/** Letters that are missing, added, wrong, or swapped with their neighbour. */
export function editDistance(a: string, b: string): number {
  const [letters, others] = [[...a], [...b]]
  let before: number[] = []
  let row = others.map((_, index) => index).concat(others.length)
  for (const [i, letter] of letters.entries()) {
    const next = [i + 1]
    for (const [j, other] of others.entries()) {
      const isSwapped = i > 0 && j > 0 && letter === others[j - 1] && letters[i - 1] === other
      next.push(
        Math.min(
          (row[j] ?? 0) + (letter === other ? 0 : 1),
          (row[j + 1] ?? 0) + 1,
          (next[j] ?? 0) + 1,
          isSwapped ? (before[j - 1] ?? 0) + 1 : Infinity,
        ),
      )
    }
    before = row
    row = next
  }
  return row[others.length] ?? 0
}
