import { emitKeypressEvents } from 'node:readline'
import { terminalText } from '../terminal/output.ts'
import { follow, type Following } from './follow.ts'
import type { Snapshot } from './snapshot.ts'
import { watchScreen } from './watch-text.ts'

/** Of a process: where keys come from, and where the screen is. */
export interface Terminal {
  readonly stdin: Pick<NodeJS.ReadStream, 'on' | 'off' | 'isTTY' | 'setRawMode' | 'pause'> &
    NodeJS.ReadableStream
  readonly stdout: Pick<NodeJS.WriteStream, 'columns' | 'rows'> & NodeJS.WritableStream
}

export interface Drawing extends Pick<Following<Snapshot>, 'first' | 'ask' | 'everyMs'> {
  readonly url: string
  readonly terminal: Terminal
}

const ALTERNATE_SCREEN = { enter: '\u001b[?1049h\u001b[?25l', leave: '\u001b[?25h\u001b[?1049l' }
const HOME_AND_CLEAR = '\u001b[H\u001b[J'

/** Below the screen: an empty line, and how to end it. */
const FOOT_LINES = 2

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** Draws on a screen of its own until a person presses q or Ctrl+C, and gives the terminal back as it was. */
export async function drawUntilQuit({ url, terminal, ...following }: Drawing): Promise<void> {
  const { stdout } = terminal
  const stopped = new AbortController()
  const release = whenAskedToQuit(terminal, () => {
    stopped.abort()
  })
  stdout.write(ALTERNATE_SCREEN.enter)
  try {
    await follow({
      ...following,
      signal: stopped.signal,
      show(snapshot, seen) {
        const screen = watchScreen(snapshot, { ...seen, url, width: stdout.columns })
        const lines = screen.split('\n').slice(0, stdout.rows - FOOT_LINES)
        stdout.write(`${HOME_AND_CLEAR}${terminalText(lines.join('\n'))}\n\nq ends this`)
      },
    })
  } finally {
    stdout.write(ALTERNATE_SCREEN.leave)
    release()
  }
}

/** @returns what ends the listening. */
function whenAskedToQuit({ stdin }: Terminal, quit: () => void): () => void {
  const press = (_text: unknown, key: { readonly name?: string; readonly ctrl?: boolean }) => {
    if (key.name === 'q' || (key.ctrl === true && key.name === 'c')) quit()
  }
  emitKeypressEvents(stdin)
  if (stdin.isTTY) stdin.setRawMode(true)
  stdin.on('keypress', press)
  for (const signal of SIGNALS) process.once(signal, quit)
  return () => {
    stdin.off('keypress', press)
    if (stdin.isTTY) stdin.setRawMode(false)
    stdin.pause()
    for (const signal of SIGNALS) process.off(signal, quit)
  }
}
