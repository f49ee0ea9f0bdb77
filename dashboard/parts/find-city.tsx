import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { answerOf, api, type Answer } from '../api.ts'
import { go } from '../live/location.ts'
import { cityAddress } from '../logic/address.ts'
import { numberText } from '../logic/format.ts'

type Hit = Answer<'/api/weather/cities/search'>['cities'][number]

const REST_MS = 150
const SHOWN = 8

/** From a name to its weather; a name that several have is listed with country and population. */
export function FindCity() {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [hits, setHits] = useState<readonly Hit[]>([])
  const [chosen, setChosen] = useState(0)
  const [isOpen, setOpen] = useState(false)

  useEffect(() => {
    if (text.trim() === '') {
      setHits([])
      return undefined
    }
    let isCurrent = true
    const rest = setTimeout(() => {
      const query = { q: text, limit: SHOWN }
      answerOf(api.GET('/api/weather/cities/search', { params: { query } })).then(
        ({ cities }) => {
          if (!isCurrent) return
          setHits(cities.filter(({ is_stored: isStored }) => isStored))
          setChosen(0)
        },
        () => {
          if (isCurrent) setHits([])
        },
      )
    }, REST_MS)
    return () => {
      isCurrent = false
      clearTimeout(rest)
    }
  }, [text])

  const open = (hit: Hit | undefined) => {
    if (!hit) return
    setText('')
    setOpen(false)
    input.current?.blur()
    go(cityAddress(hit.id))
  }
  const isListed = isOpen && hits.length > 0
  return (
    <div class="find">
      <input
        ref={input}
        id="find"
        type="search"
        role="combobox"
        list={undefined}
        placeholder="Find a city  /"
        aria-label="Find a city"
        aria-expanded={isListed}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={isListed ? `${id}-${chosen}` : undefined}
        autocomplete="off"
        maxLength={100}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value)
          setOpen(true)
        }}
        onBlur={() => {
          setTimeout(() => {
            setOpen(false)
          }, REST_MS)
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setChosen(Math.min(hits.length - 1, chosen + 1))
          else if (event.key === 'ArrowUp') setChosen(Math.max(0, chosen - 1))
          else if (event.key === 'Enter') open(hits[chosen])
          else if (event.key === 'Escape') input.current?.blur()
          else return
          event.preventDefault()
        }}
      />
      <ul id={id} role="listbox" aria-label="Cities found" hidden={!isListed}>
        {hits.map((hit, index) => (
          <li
            key={hit.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            onPointerDown={() => {
              open(hit)
            }}
          >
            {hit.name}, {hit.country}{' '}
            <span class="second">{hit.population === null ? '' : numberText(hit.population)}</span>
          </li>
        ))}
      </ul>
      {isOpen && text.trim() !== '' && hits.length === 0 ? (
        <p class="hidden" role="status">
          No city is found
        </p>
      ) : null}
    </div>
  )
}
