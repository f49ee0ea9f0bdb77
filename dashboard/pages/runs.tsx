import { useEffect, useState } from 'preact/hooks'
import { answerOf, api } from '../api.ts'
import { query, search } from '../live/location.ts'
import { useResource } from '../live/resource.ts'
import { runFiltersOf, type RunFilters } from '../logic/run-filters.ts'
import { NoMatch } from '../parts/no-match.tsx'
import { Part } from '../parts/part.tsx'
import { Title } from '../parts/title.tsx'
import { RunFilterForm } from './runs/filter-form.tsx'
import { RunTable, type Tasks } from './runs/run-table.tsx'
import { Schedules } from './runs/schedules.tsx'

const LIMIT = 50

/** What runs, what failed, and why? */
export function RunsPage() {
  const filters = runFiltersOf(query.value)
  const key = search.value
  const runs = useResource(`runs ${key}`, () => listed(filters))
  const { page, more, showAll } = useKept(key, runs.data)
  return (
    <>
      <Title text="Runs" />
      <Schedules />
      <Part
        title="What ran"
        resource={{ ...runs, data: page }}
        lines={8}
        aside={
          more > 0 ? (
            <button type="button" class="small" onClick={showAll}>
              {more} new {more === 1 ? 'run' : 'runs'}
            </button>
          ) : null
        }
      >
        {(shown) => (
          <>
            <RunFilterForm filters={filters} />
            {shown.tasks.length === 0 ? (
              <NoMatch>Nothing of this kind is known to Temporal.</NoMatch>
            ) : (
              <RunTable page={shown} />
            )}
          </>
        )}
      </Part>
    </>
  )
}

const listed = (filters: RunFilters): Promise<Tasks> =>
  answerOf(
    api.GET('/api/weather/monitoring/tasks', { params: { query: { ...filters, limit: LIMIT } } }),
  )

interface Kept {
  readonly key: string
  readonly page: Tasks
}

/** What is listed stays in its place: what came since waits until it is asked for. */
function useKept(key: string, now: Tasks | undefined) {
  const [shown, setShown] = useState<Kept | null>(null)
  const kept = shown?.key === key && shown.page.tasks.length > 0 ? shown.page : undefined
  useEffect(() => {
    if (now && !kept) setShown({ key, page: now })
  }, [now, kept, key])
  const known = new Set((kept ?? now)?.tasks.map(({ task_id: id }) => id))
  return {
    page: now && merged(kept ?? now, now),
    more: now?.tasks.filter(({ task_id: id }) => !known.has(id)).length ?? 0,
    showAll: () => {
      if (now) setShown({ key, page: now })
    },
  }
}

/** The rows that were shown, as they stand now. */
function merged(kept: Tasks, now: Tasks): Tasks {
  const current = new Map(now.tasks.map((task) => [task.task_id, task]))
  return { ...kept, tasks: kept.tasks.map((task) => current.get(task.task_id) ?? task) }
}
