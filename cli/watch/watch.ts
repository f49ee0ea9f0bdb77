import { EXIT } from '../exit-codes.ts'
import { findRunningApi, type RunningApi } from '../target/running-api.ts'
import { say, sayJson, terminalText } from '../terminal/output.ts'
import { drawUntilQuit } from './draw-until-quit.ts'
import { follow } from './follow.ts'
import { snapshotOf, type Snapshot } from './snapshot.ts'
import { watchLine, watchScreen } from './watch-text.ts'

export interface WatchOptions {
  readonly once?: boolean
  readonly json?: boolean
}

/** The API computes what is shown every two seconds. */
const REDRAW_MS = 2_000
const LINE_MS = 10_000
const COLUMNS = 100

/** Shows how the instance stands until a person presses q or Ctrl+C; without a terminal, as lines. */
export async function watch({ once = false, json = false }: WatchOptions): Promise<number> {
  const api = await findRunningApi()
  // Before anything is drawn, so that a refusal is an error of the command.
  const first = await snapshotOf(api)
  const isScreen = process.stdout.isTTY && !json
  if (once) showOnce(first, api, json)
  else if (isScreen) {
    const { url } = api
    const ask = () => snapshotOf(api)
    await drawUntilQuit({ first, url, ask, everyMs: REDRAW_MS, terminal: process })
  } else await printUntilStopped(first, api, json)
  return EXIT.ok
}

function showOnce(snapshot: Snapshot, { url }: RunningApi, json: boolean): void {
  const width = process.stdout.isTTY ? process.stdout.columns : COLUMNS
  if (json) sayJson(snapshot)
  else say(watchScreen(snapshot, { url, now: new Date(), awaySince: null, width }))
}

/** As a log would have it: a line, or an object, every ten seconds. */
async function printUntilStopped(first: Snapshot, api: RunningApi, json: boolean): Promise<void> {
  const stopped = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stopped.abort()
    })
  }
  await follow({
    first,
    ask: () => snapshotOf(api),
    everyMs: LINE_MS,
    signal: stopped.signal,
    show(snapshot, seen) {
      if (json) console.log(terminalText(JSON.stringify(snapshot)))
      else say(watchLine(snapshot, { ...seen, url: api.url }))
    },
  })
}
