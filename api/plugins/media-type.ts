/** How much a client wants a media type by name, from 0 to 1; undefined where it does not name it. */
function weightOf(accept: string, mediaType: string): number | undefined {
  for (const range of accept.split(',')) {
    const [type, ...parameters] = range.split(';').map((part) => part.trim().toLowerCase())
    if (type !== mediaType) continue
    const quality = parameters.find((one) => one.startsWith('q='))?.slice(2)
    const weight = quality === undefined ? 1 : Number(quality)
    return weight >= 0 && weight <= 1 ? weight : 0
  }
  return undefined
}

/** Whether an Accept header names `mediaType`, and JSON no more than it. */
export function isPreferredToJson(accept: string | undefined, mediaType: string): boolean {
  const weight = weightOf(accept ?? '', mediaType) ?? 0
  return weight > 0 && weight >= (weightOf(accept ?? '', 'application/json') ?? 0)
}
