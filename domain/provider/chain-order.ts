/** The planned one goes before the others that are planned; the rest keeps its place. */
export function inTurn<One>(
  order: readonly One[],
  first: One | undefined,
  isPlanned: (one: One) => boolean,
): readonly One[] {
  const at = order.findIndex(isPlanned)
  if (first === undefined || at < 0 || !order.includes(first)) return order
  const others = order.filter((one) => one !== first)
  return [...others.slice(0, at), first, ...others.slice(at)]
}
