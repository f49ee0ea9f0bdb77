import { spawn } from 'node:child_process'
import { cannotRun, wrongUsage } from '../errors/command-error.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { findRunningApi, type RunningApi } from '../target/running-api.ts'
import { note, say } from '../terminal/output.ts'
import { placeAddress, type Place } from './place-address.ts'

/** How each system opens an address with the program of the person's choice. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
}
const USUAL_OPENER = ['xdg-open']

export async function open(place: Place, city?: string): Promise<ExitCode> {
  if ((place === 'city') !== (city !== undefined)) {
    throw wrongUsage('a city is named with the page city, and only there')
  }
  const api = await findRunningApi()
  const address = placeAddress(place, api, city === undefined ? undefined : await cityId(api, city))
  if (address === undefined) {
    throw cannotRun(
      'the Temporal Web UI of this instance is not known',
      'set WEATHER247_WEB_UI_URL',
    )
  }
  say(address)
  if (!(await opened(address))) note('No browser could be opened here: open that address yourself.')
  return EXIT.ok
}

async function cityId({ client, url }: RunningApi, city: string): Promise<number> {
  const query = { city }
  const answer = await client
    .GET('/api/weather/current', { params: { query } })
    .catch((error: unknown) => {
      throw cannotRun(`${url} does not answer`, 'is the instance running?', error)
    })
  const { data } = answer
  if (data === undefined) throw wrongUsage(answer.error.detail)
  return data.city.id
}

/** Whether something took the address; what becomes of it there no one says. */
function opened(address: string): Promise<boolean> {
  const [program = '', ...args] = OPENERS[process.platform] ?? USUAL_OPENER
  return new Promise((resolve) => {
    const child = spawn(program, [...args, address], { detached: true, stdio: 'ignore' })
    child.once('error', () => {
      resolve(false)
    })
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}
