import { emitKeypressEvents } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { EXIT } from '../exit-codes.ts'
import { findRunningApi, type RunningApi } from '../target/running-api.ts'
import { say, sayJson, terminalText } from '../terminal/output.ts'
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

const ALTERNATE_SCREEN = { enter: '\u001b[?1049h\u001b[?25l', leave: '\u001b[?25h\u001b[?1049l' }
const HOME_AND_CLEAR = '\u001b[H\u001b[J'

/** Shows how the instance stands until a person presses q or Ctrl+C; without a terminal, as lines. */
export async function watch({ once = false, json = false }: WatchOptions): Promise<number> {
  const api = await findRunningApi()
  // Before anything is drawn, so that a refusal is an error of the command.
  const first = await snapshotOf(api)
  const isScreen = process.stdout.isTTY && !json
  if (once) showOnce(first, api, json)
  else if (isScreen) await drawUntilQuit(first, api)
  else await printUntilStopped(first, api, json)
  return EXIT.ok
}

function showOnce(snapshot: Snapshot, { url }: RunningApi, json: boolean): void {
  const width = process.stdout.isTTY ? process.stdout.columns : COLUMNS
  if (json) sayJson(snapshot)
  else say(watchScreen(snapshot, { url, now: new Date(), awaySince: null, width }))
}

async function drawUntilQuit(first: Snapshot, api: RunningApi): Promise<void> {
  const stopped = new AbortController()
  const quit = (): void => {
    stopped.abort()
  }
  const { stdin, stdout } = process
  emitKeypressEvents(stdin)
  if (stdin.isTTY) stdin.setRawMode(true)
  stdin.on('keypress', (_text, key: { name?: string; ctrl?: boolean }) => {
    if (key.name === 'q' || (key.ctrl === true && key.name === 'c')) quit()
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, quit)
  stdout.write(ALTERNATE_SCREEN.enter)
  try {
    await follow(first, api, { everyMs: REDRAW_MS, signal: stopped.signal }, (snapshot, view) => {
      const screen = watchScreen(snapshot, { ...view, width: stdout.columns })
      const lines = screen.split('\n').slice(0, stdout.rows - 2)
      stdout.write(`${HOME_AND_CLEAR}${terminalText(lines.join('\n'))}\n\nq ends this`)
    })
  } finally {
    stdout.write(ALTERNATE_SCREEN.leave)
    if (stdin.isTTY) stdin.setRawMode(false)
    stdin.pause()
  }
}

/** As whoever logs it would have it: a line, or an object, every ten seconds. */
async function printUntilStopped(first: Snapshot, api: RunningApi, json: boolean): Promise<void> {
  const stopped = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stopped.abort()
    })
  }
  await follow(first, api, { everyMs: LINE_MS, signal: stopped.signal }, (snapshot, view) => {
    if (json) console.log(terminalText(JSON.stringify(snapshot)))
    else say(watchLine(snapshot, view))
  })
}

interface Following {
  readonly everyMs: number
  readonly signal: AbortSignal
}

type Show = (
  snapshot: Snapshot,
  view: { readonly url: string; readonly now: Date; readonly awaySince: Date | null },
) => void

/** Asks again and again; what was seen last stays while the API is away. */
async function follow(
  first: Snapshot,
  api: RunningApi,
  { everyMs, signal }: Following,
  show: Show,
): Promise<void> {
  let snapshot = first
  let awaySince: Date | null = null
  for (;;) {
    show(snapshot, { url: api.url, now: new Date(), awaySince })
    if (!(await slept(everyMs, signal))) return
    try {
      snapshot = await snapshotOf(api)
      awaySince = null
    } catch {
      awaySince ??= new Date()
    }
  }
}

const slept = (ms: number, signal: AbortSignal): Promise<boolean> =>
  sleep(ms, true, { signal }).catch(() => false)
