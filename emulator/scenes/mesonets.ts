import { place, type Scene } from './scene.ts'

export const PALO_ALTO = place(
  5380748,
  'Palo Alto',
  'US',
  [37.4419, -122.143],
  'America/Los_Angeles',
  66_853,
)
export const ANCHORAGE = place(
  5879400,
  'Anchorage',
  'US',
  [61.2181, -149.9003],
  'America/Anchorage',
  291_826,
)
export const BIG_SKY = place(2_000_000_021, 'Big Sky', 'US', [45.2617, -111.308], 'America/Denver')
export const LEADVILLE = place(
  2_000_000_022,
  'Leadville',
  'US',
  [39.2508, -106.2925],
  'America/Denver',
)
export const TONOPAH = place(
  2_000_000_023,
  'Tonopah',
  'US',
  [38.0672, -117.2301],
  'America/Los_Angeles',
)
export const KAUNAKAKAI = place(
  2_000_000_024,
  'Kaunakakai',
  'US',
  [21.0905, -157.0226],
  'Pacific/Honolulu',
)
export const HAGATNA = place(2_000_000_025, 'Hagåtña', 'GU', [13.4757, 144.7489], 'Pacific/Guam')

/** What the lists of these places hold stands in `nws/scene-lists.ts`. */
export const MESONETS: Scene = {
  shows:
    'US stations that do not stand for their place: mesonets without a sky, far ones, other heights and islands, old and doubtful reports.',
  places: [PALO_ALTO, ANCHORAGE, BIG_SKY, LEADVILLE, TONOPAH, KAUNAKAKAI, HAGATNA],
  moments: ['2026-02-11T18:07:00Z', '2026-07-15T21:07:00Z'],
}
