import type { TierOf } from './promised-tier.ts'

/** `top:20`, `population:1000000`, or `all`, as settings have it. */
export function tierText(tier: TierOf): string {
  if (tier.kind === 'top') return `top:${tier.count}`
  if (tier.kind === 'population') return `population:${tier.atLeast}`
  return 'all'
}

/** Of a text that the pattern of its setting has let through. */
export function tierOf(text: string): TierOf {
  const [kind, number] = text.split(':')
  if (kind === 'top') return { kind, count: Number(number) }
  if (kind === 'population') return { kind, atLeast: Number(number) }
  return { kind: 'all' }
}
