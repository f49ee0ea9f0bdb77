import { place, type Scene } from './scene.ts'

/** Zones that change their clocks at midnight, and zones of half hours and of 45 minutes. */
export const CLOCK_CHANGE: Scene = {
  shows:
    'Local days of 23, 24½ and 25 hours, days without a midnight, and zones of 30 and 45 minutes.',
  places: [
    place(3553478, 'Havana', 'CU', [23.133, -82.383], 'America/Havana', 2_163_824),
    place(3871336, 'Santiago', 'CL', [-33.4569, -70.6483], 'America/Santiago', 4_837_295),
    place(276781, 'Beirut', 'LB', [33.8933, 35.5016], 'Asia/Beirut', 1_916_100),
    place(360630, 'Cairo', 'EG', [30.0626, 31.2497], 'Africa/Cairo', 7_734_614),
    place(1283240, 'Kathmandu', 'NP', [27.7017, 85.3206], 'Asia/Kathmandu', 1_442_271),
    place(1275339, 'Mumbai', 'IN', [19.0728, 72.8826], 'Asia/Kolkata', 12_691_836),
    place(2078025, 'Adelaide', 'AU', [-34.9287, 138.5986], 'Australia/Adelaide', 1_225_235),
    place(2950159, 'Berlin', 'DE', [52.5244, 13.4105], 'Europe/Berlin', 3_426_354),
    place(2_000_000_011, 'Ponta Delgada', 'PT', [37.7333, -25.6667], 'Atlantic/Azores'),
    place(2_000_000_012, 'Nuuk', 'GL', [64.1835, -51.7216], 'America/Nuuk'),
    place(2_000_000_013, 'Lord Howe Island', 'AU', [-31.5553, 159.0821], 'Australia/Lord_Howe'),
    place(2_000_000_014, 'Waitangi', 'NZ', [-43.951, -176.561], 'Pacific/Chatham'),
  ],
  // The eves of the changes in Havana, the Azores, Lord Howe, Cairo, Santiago and Berlin.
  moments: [
    '2026-03-07T17:07:00Z',
    '2026-03-28T17:07:00Z',
    '2026-04-04T12:07:00Z',
    '2026-04-23T12:07:00Z',
    '2026-09-05T17:07:00Z',
    '2026-10-24T12:07:00Z',
  ],
}
