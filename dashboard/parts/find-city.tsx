import { useEffect, useId, useState } from 'preact/hooks'
import { REST_MS, useCitySearch, type Hit } from '../live/city-search.ts'
import { go } from '../live/location.ts'
import { cityAddress } from '../logic/address.ts'
import { numberText } from '../logic/format.ts'

/** From a name to its weather; a name that several have is listed with country and population. */
export function FindCity() {
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const hits = useCitySearch(text)
  const open = (hit: Hit) => {
    setText('')
    setOpen(false)
    go(cityAddress(hit.id))
  }
  const { id, chosen, press } = useChosen(hits, open)
  const isListed = isOpen && hits.length > 0
  return (
    <div class="find">
      <input
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
        onInput={({ currentTarget }) => {
          setText(currentTarget.value)
          setOpen(true)
        }}
        onBlur={() => setTimeout(setOpen, REST_MS, false)}
        onKeyDown={press}
      />
      <Hits {...{ id, chosen, open }} hits={isListed ? hits : []} />
      <NoHit isSaid={isOpen && text.trim() !== '' && hits.length === 0} />
    </div>
  )
}

const NoHit = ({ isSaid }: { readonly isSaid: boolean }) => (
  <p class="hidden" role="status">
    {isSaid ? 'No city is found' : ''}
  </p>
)

/** Arrows choose, Enter opens, Esc leaves. */
function useChosen(hits: readonly Hit[], open: (hit: Hit) => void) {
  const id = useId()
  const [chosen, setChosen] = useState(0)
  useEffect(() => {
    setChosen(0)
  }, [hits])
  const press = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }) => {
    const hit = hits[chosen]
    if (event.key === 'ArrowDown') setChosen(Math.min(hits.length - 1, chosen + 1))
    else if (event.key === 'ArrowUp') setChosen(Math.max(0, chosen - 1))
    else if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
    else return
    event.preventDefault()
    if (event.key === 'Enter' && hit) open(hit)
  }
  return { id, chosen, press }
}

interface HitsProps {
  readonly id: string
  readonly hits: readonly Hit[]
  readonly chosen: number
  readonly open: (hit: Hit) => void
}

const Hits = ({ id, hits, chosen, open }: HitsProps) => (
  <ul id={id} role="listbox" aria-label="Cities found" hidden={hits.length === 0}>
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
)
