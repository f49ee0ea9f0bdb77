import { place, type Scene } from './scene.ts'

/** At the pole itself the sun is up or down for months, so that some place is polar on any date. */
export const POLAR: Scene = {
  shows: 'Midnight sun and polar night: days on which the sun does not rise or does not set.',
  places: [
    place(524305, 'Murmansk', 'RU', [68.9792, 33.0925], 'Europe/Moscow', 319_263),
    place(1497337, 'Norilsk', 'RU', [69.3535, 88.2027], 'Asia/Krasnoyarsk', 140_800),
    // So far west of its zone that the sun sets after midnight in June.
    place(3413829, 'Reykjavík', 'IS', [64.1355, -21.8954], 'Atlantic/Reykjavik', 118_918),
    place(2_000_000_001, 'Tromsø', 'NO', [69.6489, 18.9551], 'Europe/Oslo'),
    place(2_000_000_002, 'Utqiagvik', 'US', [71.2906, -156.7886], 'America/Anchorage'),
    place(2_000_000_003, 'Longyearbyen', 'SJ', [78.2232, 15.6469], 'Arctic/Longyearbyen'),
    place(2_000_000_004, 'Alert', 'CA', [82.5018, -62.3481], 'America/Toronto'),
    place(2_000_000_005, 'McMurdo Station', 'AQ', [-77.85, 166.6667], 'Antarctica/McMurdo'),
    place(2_000_000_006, 'South Pole Station', 'AQ', [-89.99, 0], 'Antarctica/McMurdo'),
  ],
  // McMurdo's sun set for the winter in April and rises in August.
  moments: ['2026-05-23T12:07:00Z', '2026-06-21T12:07:00Z', '2026-12-21T12:07:00Z'],
}
