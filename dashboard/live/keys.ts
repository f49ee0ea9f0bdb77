import { signal } from '@preact/signals'
import { PAGES } from '../parts/pages.ts'
import { go } from './location.ts'
import { shortcuts } from './preferences.ts'

const CHORD_MS = 1_000

/** Whether the list of keys is shown. */
export const isHelpOpen = signal(false)

const ROWS = 'main tbody th a, main .attention a, main .running a'

/** The link of the next row, or of the one before; from elsewhere the first. */
function toRow(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>(ROWS)]
  const here = links.findIndex((link) => link === document.activeElement)
  links[here < 0 ? 0 : here + step]?.focus()
}

/** `/` finds a city, `j` and `k` go through rows, `g` and a letter lead to a page, `?` lists them; not while somebody types. */
export function listenToKeys(): void {
  let chordUntil = 0
  addEventListener('keydown', (event) => {
    if (shortcuts.value === 'off' || event.ctrlKey || event.metaKey || event.altKey) return
    if (isTyping(event.target)) return
    const now = Date.now()
    const isChord = now < chordUntil
    chordUntil = 0
    if (event.key === '/') {
      event.preventDefault()
      document.getElementById('find')?.focus()
    } else if (event.key === '?') {
      isHelpOpen.value = true
    } else if (event.key === 'j' || event.key === 'k') {
      toRow(event.key === 'j' ? 1 : -1)
    } else if (event.key === 'g') {
      chordUntil = now + CHORD_MS
    } else if (isChord) {
      const found = PAGES.find(({ key }) => key === event.key)
      if (found) go(found.href)
    }
  })
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, dialog') !== null
