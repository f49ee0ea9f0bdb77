import { computed, effect, signal, type Signal } from '@preact/signals'

const PREFIX = 'weather247-'

/** A choice of the viewer that this browser remembers; a value that is none of them is not believed. */
function preference<const T extends readonly string[]>(name: string, values: T): Signal<T[number]> {
  const kept = stored(name)
  const known = values.find((value) => value === kept)
  const choice = signal<T[number]>(known ?? (values[0] as T[number]))
  effect(() => {
    try {
      localStorage.setItem(PREFIX + name, choice.value)
    } catch {
      // Where nothing may be stored the choice lasts as long as the page.
    }
  })
  return choice
}

function stored(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name)
  } catch {
    return null
  }
}

export const ZONES = ['local', 'utc'] as const
export const THEMES = ['system', 'light', 'dark'] as const
export const TEMPERATURES = ['°C', '°F'] as const
export const WINDS = ['km/h', 'm/s', 'mph'] as const
export const SWITCHES = ['on', 'off'] as const

export const zone = preference('zone', ZONES)
export const theme = preference('theme', THEMES)
export const temperatureUnit = preference('temperature', TEMPERATURES)
export const windUnit = preference('wind', WINDS)
/** Single keys that lead to pages. */
export const shortcuts = preference('shortcuts', SWITCHES)

const system = matchMedia('(prefers-color-scheme: dark)')
const isSystemDark = signal(system.matches)
system.addEventListener('change', ({ matches }) => {
  isSystemDark.value = matches
})

/** What is drawn on a canvas has to be drawn again when it changes. */
export const look = computed(() =>
  theme.value === 'system' ? (isSystemDark.value ? 'dark' : 'light') : theme.value,
)

effect(() => {
  const { documentElement } = document
  if (theme.value === 'system') documentElement.removeAttribute('data-theme')
  else documentElement.setAttribute('data-theme', theme.value)
})
