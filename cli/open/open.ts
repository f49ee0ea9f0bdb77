import { spawn } from 'node:child_process'
import { cannotRun, wrongUsage } from '../errors/command-error.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { findRunningApi } from '../target/running-api.ts'
import { note, say } from '../terminal/output.ts'
import { placeAddress, type Place } from './place-address.ts'
import { storedCity } from './stored-city.ts'

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
  const address = placeAddress(
    place,
    api,
    city === undefined ? undefined : await storedCity(api, city),
  )
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
