import { path, search, show } from '../live/location.ts'

/** Where filters leave nothing, or where there is nothing without any. */
export const NoMatch = ({ children }: { readonly children: string }) => (
  <p class="empty">
    {search.value ? children : 'None yet.'}{' '}
    {search.value ? (
      <button
        type="button"
        class="small"
        onClick={() => {
          show(path.value)
        }}
      >
        Clear the filters
      </button>
    ) : null}
  </p>
)
