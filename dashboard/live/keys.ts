import { PAGES } from '../parts/pages.ts'
import { go } from './location.ts'
import { shortcuts } from './preferences.ts'

const CHORD_MS = 1_000

/** `/` finds a city, `g` and a letter lead to a page; not while somebody types. */
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
