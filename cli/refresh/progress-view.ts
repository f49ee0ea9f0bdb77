import { SingleBar } from 'cli-progress'
import type { RefreshProgress } from '../../contracts/refresh-progress.ts'
import { details, progressLine, remainingText, settledOf } from './progress-line.ts'

export interface ProgressView {
  show(progress: RefreshProgress): void
  end(): void
}

export interface ProgressOutput extends NodeJS.WritableStream {
  readonly isTTY?: boolean
}

/** For who watches nothing. */
export const SILENT: ProgressView = { show: () => undefined, end: () => undefined }

const LINE_EVERY_MS = 1_000

/** A bar that redraws itself on a terminal, a line each second anywhere else. */
export function createProgressView(
  output: ProgressOutput,
  nowMs: () => number = Date.now,
): ProgressView {
  return output.isTTY === true ? barView(output) : lineView(output, nowMs)
}

function barView(stream: NodeJS.WritableStream): ProgressView {
  const format = 'Refreshing {bar} {percentage} % | {value} of {total} cities | {details} | {left}'
  const bar = new SingleBar({
    format,
    stream,
    barsize: 24,
    hideCursor: true,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    gracefulExit: false,
  })
  let isShown = false
  return {
    show(progress) {
      const payload = { details: details(progress), left: remainingText(progress) }
      if (!isShown) bar.start(progress.total, settledOf(progress), payload)
      isShown = true
      bar.setTotal(progress.total)
      bar.update(settledOf(progress), payload)
    },
    end() {
      if (isShown) bar.stop()
      isShown = false
    },
  }
}

function lineView(output: NodeJS.WritableStream, nowMs: () => number): ProgressView {
  let shownAtMs = -Infinity
  let shown = ''
  const write = (progress: RefreshProgress) => {
    const line = progressLine(progress)
    if (line !== shown) output.write(`${line}\n`)
    shown = line
  }
  let last: RefreshProgress | undefined
  return {
    show(progress) {
      last = progress
      if (nowMs() - shownAtMs < LINE_EVERY_MS) return
      shownAtMs = nowMs()
      write(progress)
    },
    end() {
      if (last !== undefined) write(last)
      last = undefined
    },
  }
}
