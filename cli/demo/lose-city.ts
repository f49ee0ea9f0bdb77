import { PROVIDER_IDS, type ProviderId } from '../../domain/provider/provider-catalogue.ts'
import { findCities } from '../cities/find-cities.ts'
import { wrongUsage } from '../errors/command-error.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { withDatabaseAt } from '../target/connections.ts'
import { databaseUrlOf, type Target } from '../target/target.ts'
import { durationText } from '../terminal/format.ts'
import { say } from '../terminal/output.ts'
import { openDemo, refreshDemo } from './running-demo.ts'

export interface LoseOptions {
  /** Seconds. */
  readonly for: number
}

/** Its file names no place, so that no fault takes one city from it. */
const OF_THE_WHOLE_WORLD: ProviderId = 'aviation-weather'

/** Leaves it out of answers about many, and answers a request for it alone without a value. */
const LEFT_OUT = { kind: 'wrong-schema' } as const

export async function loseCity(name: string, { for: seconds }: LoseOptions): Promise<ExitCode> {
  const { faults, target } = await openDemo()
  const city = await placeOf(target, name)
  for (const provider of PROVIDER_IDS.filter((id) => id !== OF_THE_WHOLE_WORLD)) {
    await faults.add({ provider, ...LEFT_OUT, placeLatitude: city.latitude, seconds })
  }
  const lasts = durationText(seconds * 1_000)
  say(`No one answers for ${city.name}, for ${lasts} or until \`weather247 demo mend\`.`)
  const isServed = (await refreshDemo([String(city.id)])) === EXIT.ok
  say(
    isServed
      ? `${city.name} is served all the same: by an airport near it, or by what a provider that was asked lately ` +
          'allows to keep. Take a city without an airport, such as Dubai, or come back in half an hour.'
      : `What was known of ${city.name} is served on, and grows old. Why: weather247 explain ${city.id}`,
  )
  return EXIT.ok
}

async function placeOf(target: Target, name: string) {
  return withDatabaseAt(databaseUrlOf(target), async (db) => {
    const { cityById } = await import('../../db/queries/find-city.ts')
    const [id, ...others] = await findCities(db, [name])
    const city = id === undefined || others.length > 0 ? undefined : await cityById(db, id)
    if (!city) throw wrongUsage('one city is lost at a time', 'name one, or its id')
    return city
  })
}
