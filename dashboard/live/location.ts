import { computed, signal } from '@preact/signals'
import { pageAt } from '../logic/address.ts'

const here = () => ({ pathname: location.pathname, search: location.search })

const address = signal(here())

export const page = computed(() => pageAt(address.value.pathname))
export const path = computed(() => address.value.pathname)
export const search = computed(() => address.value.search)
export const query = computed(() => new URLSearchParams(address.value.search))

export function go(href: string): void {
  history.pushState(null, '', href)
  address.value = here()
  // The next page begins at its heading, for eyes and for screen readers.
  scrollTo(0, 0)
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
  })
}

/** Another view of the same page, such as a filter: the place on it stays, and Back leads to the view before. */
export function show(href: string): void {
  history.pushState(null, '', href)
  address.value = here()
}

addEventListener('popstate', () => {
  address.value = here()
})
