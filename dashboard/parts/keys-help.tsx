import { isHelpOpen } from '../live/keys.ts'
import { Dialog } from './dialog.tsx'
import { PAGES } from './pages.ts'

const KEYS = [
  ['/', 'find a city'],
  ['j', 'next row'],
  ['k', 'row before'],
  ['Enter', 'open it'],
  ...PAGES.map(({ key, title }) => [`g ${key}`, title] as const),
  ['?', 'these keys'],
  ['Esc', 'close'],
] as const

/** Which keys there are; System switches them off. */
export function KeysHelp() {
  if (!isHelpOpen.value) return null
  return (
    <Dialog
      title="Keys"
      close={() => {
        isHelpOpen.value = false
      }}
    >
      <dl class="pairs">
        {KEYS.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
