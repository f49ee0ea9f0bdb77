import type { Coordinates } from '../sky/weather.ts'

/**
 * How a station reports: in the North American form, in the international one, with metres a second,
 * by an automatic station of few instruments, with corrections, garbled, hours ago, or not at all.
 */
export type StationHabit =
  | 'american'
  | 'american-auto'
  | 'international'
  | 'metres-a-second'
  | 'auto'
  | 'corrected'
  | 'garbled'
  | 'old'
  | 'silent'

export interface MetarStation {
  readonly id: string
  readonly name: string
  /** Null for ships and rigs, which the file puts at −99.99. */
  readonly place: Coordinates | null
  readonly elevationM: number
  readonly habit: StationHabit
}

type Row = [id: string, name: string, latitude: number, longitude: number, elevationM: number]

/** Real airports by their positions, many within 20 km of one of the largest cities. */
const AIRPORTS: Readonly<Record<StationHabit, readonly Row[]>> = {
  american: [
    ['KJFK', 'New York/JF Kennedy Intl, NY, US', 40.6392, -73.7639, 3],
    ['KLGA', 'New York/LaGuardia, NY, US', 40.7792, -73.88, 3],
    ['KDCA', 'Washington/Reagan Ntl, DC, US', 38.8472, -77.0345, 4],
    ['KLAX', 'Los Angeles Intl, CA, US', 33.9382, -118.3866, 29],
    ['KMDW', 'Chicago/Midway, IL, US', 41.7842, -87.7553, 187],
    ['KDEN', 'Denver Intl, CO, US', 39.8328, -104.6575, 1656],
    ['PHNL', 'Honolulu Intl, HI, US', 21.3239, -157.9294, 2],
    ['PANC', 'Anchorage Intl, AK, US', 61.169, -150.0278, 38],
    ['CYTZ', 'Toronto/Billy Bishop, ON, CA', 43.6275, -79.3962, 77],
    ['MMMX', 'Mexico City/Benito Juarez, DF, MX', 19.4363, -99.0721, 2230],
  ],
  'american-auto': [
    ['KNYC', 'New York/Central Park, NY, US', 40.7789, -73.9692, 48],
    ['KFME', 'Fort Meade, MD, US', 39.0854, -76.7594, 46],
  ],
  international: [
    ['EGLC', 'London City, EN, GB', 51.5053, 0.0553, 5],
    ['EGLL', 'London/Heathrow Intl, EN, GB', 51.4775, -0.4614, 25],
    ['RJTT', 'Tokyo/Haneda Intl, TK, JP', 35.5523, 139.7797, 6],
    ['VABB', 'Mumbai/Shivaji Intl, MM, IN', 19.0887, 72.8679, 14],
    ['VIDP', 'New Delhi/Gandhi Intl, DL, IN', 28.5665, 77.1031, 237],
    ['OPKC', 'Karachi/Jinnah Intl, SD, PK', 24.9065, 67.1608, 30],
    ['LTBA', 'Istanbul/Ataturk, IB, TR', 40.9769, 28.8146, 50],
    ['SBSP', 'Sao Paulo/Congonhas, SP, BR', -23.6261, -46.6564, 802],
    ['SBRJ', 'Rio de Janeiro/Santos Dumont, RJ, BR', -22.9105, -43.1631, 3],
    ['SPJC', 'Lima/Chavez Intl, LM, PE', -12.0219, -77.1143, 34],
    ['SKBO', 'Bogota/El Dorado Intl, CU, CO', 4.7016, -74.1469, 2548],
    ['SAEZ', 'Buenos Aires/Pistarini, BA, AR', -34.8222, -58.5358, 20],
    ['SABE', 'Buenos Aires/Newbery, BA, AR', -34.5592, -58.4156, 6],
    ['HECA', 'Cairo Intl, QH, EG', 30.1219, 31.4056, 116],
    ['DNMM', 'Lagos/Muhammed Intl, LA, NG', 6.5774, 3.3212, 41],
    ['HKJK', 'Nairobi/Kenyatta Intl, NB, KE', -1.3192, 36.9278, 1624],
    ['OIII', 'Tehran/Mehrabad Intl, TH, IR', 35.6892, 51.3134, 1208],
    ['VTBD', 'Bangkok/Don Mueang Intl, BM, TH', 13.9126, 100.6068, 3],
    ['VHHH', 'Hong Kong Intl, HK', 22.3089, 113.9146, 9],
    ['WSSS', 'Singapore/Changi Intl, SG', 1.3502, 103.994, 7],
    ['RKSS', 'Seoul/Gimpo Intl, KR', 37.5583, 126.7906, 18],
    ['EDDB', 'Berlin Brandenburg, BB, DE', 52.3667, 13.5033, 48],
    ['LEMD', 'Madrid/Barajas, MD, ES', 40.4719, -3.5626, 609],
    ['YSSY', 'Sydney/Kingsford Smith, NS, AU', -33.9461, 151.1772, 6],
    ['SLLP', 'La Paz/El Alto Intl, LP, BO', -16.5133, -68.1923, 4061],
  ],
  'metres-a-second': [
    ['ZSSS', 'Shanghai/Hongqiao Intl, SH, CN', 31.1979, 121.3363, 3],
    ['ZBAA', 'Beijing/Capital Intl, BJ, CN', 40.0801, 116.5846, 35],
    ['ZGGG', 'Guangzhou/Baiyun Intl, GD, CN', 23.3924, 113.2988, 15],
    ['UUWW', 'Moscow/Vnukovo, MO, RU', 55.5915, 37.2615, 209],
    ['ULLI', 'St. Petersburg/Pulkovo, SP, RU', 59.8003, 30.2625, 24],
  ],
  auto: [
    ['LFPB', 'Paris/Le Bourget, IF, FR', 48.9694, 2.4414, 66],
    ['EHRD', 'Rotterdam, ZH, NL', 51.9569, 4.4372, -5],
    ['NZCM', 'McMurdo Station, AQ', -77.8463, 166.6684, 10],
  ],
  corrected: [
    ['WIHH', 'Jakarta/Halim, JB, ID', -6.2666, 106.891, 26],
    ['LOWW', 'Vienna Intl, VI, AT', 48.1103, 16.5697, 183],
  ],
  garbled: [['ORBI', 'Baghdad Intl, BD, IQ', 33.2625, 44.2346, 35]],
  old: [['FZAA', "Kinshasa/N'Djili, KN, CD", -4.3858, 15.4446, 313]],
  silent: [['OSDI', 'Damascus Intl, DI, SY', 33.4114, 36.5156, 616]],
}

/** A ring of stations around the Earth in every tenth degree, by ids that no airport has. */
function inBetween(): MetarStation[] {
  const stations: MetarStation[] = []
  for (let latitude = -75; latitude <= 75; latitude += 10) {
    for (let longitude = -172.5; longitude < 180; longitude += 15) {
      const number = stations.length
      const tail = number.toString(36).toUpperCase().padStart(3, '0')
      stations.push({
        id: `Q${tail}`,
        name: `Emulated station Q${tail}`,
        place: { latitude, longitude },
        elevationM: 20 + ((number * 37) % 900),
        habit: number % 3 === 0 ? 'auto' : 'international',
      })
    }
  }
  return stations
}

const SHIP: MetarStation = {
  id: 'QSHP',
  name: 'A ship',
  place: null,
  elevationM: 0,
  habit: 'auto',
}

const airports = (Object.keys(AIRPORTS) as StationHabit[]).flatMap((habit) =>
  AIRPORTS[habit].map(([id, name, latitude, longitude, elevationM]): MetarStation => ({
    id,
    name,
    place: { latitude, longitude },
    elevationM,
    habit,
  })),
)

export const STATIONS: readonly MetarStation[] = [...airports, ...inBetween(), SHIP]

export const stationById: ReadonlyMap<string, MetarStation> = new Map(
  STATIONS.map((station) => [station.id, station]),
)
