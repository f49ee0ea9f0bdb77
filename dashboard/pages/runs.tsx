import { useEffect, useState } from 'preact/hooks'
import { answerOf, api, type Answer } from '../api.ts'
import { nowMs } from '../live/clock.ts'
import { go, path, query, replace, search } from '../live/location.ts'
import { zone } from '../live/preferences.ts'
import { useResource } from '../live/resource.ts'
import { runAddress, withQuery } from '../logic/address.ts'
import { durationText, momentText } from '../logic/format.ts'
import { runFiltersOf, type RunFilters } from '../logic/run-filters.ts'
import { Link } from '../parts/link.tsx'
import { Part } from '../parts/part.tsx'
import { Pie, shadeOf } from '../parts/pie.tsx'
import { Schedules } from './runs/schedules.tsx'
import { RunFilterForm } from './runs/filter-form.tsx'

const LIMIT = 50

type Tasks = Answer<'/api/weather/monitoring/tasks'>

interface Shown {
  readonly key: string
  readonly page: Tasks
}

/** What runs, what failed, and why? */
export function RunsPage() {
  const filters = runFiltersOf(query.value)
  const key = search.value
  const runs = useResource(`runs ${key}`, () => listed(filters))
  const fresh = runs.data
  // What is listed stays in its place: what came since waits behind a button.
  const [shown, setShown] = useState<Shown | null>(null)
  const kept = shown?.key === key && shown.page.tasks.length > 0 ? shown.page : undefined
  useEffect(() => {
    if (fresh && !kept) setShown({ key, page: fresh })
  }, [fresh, kept, key])
  const known = new Set((kept ?? fresh)?.tasks.map(({ task_id: id }) => id))
  const more = fresh?.tasks.filter(({ task_id: id }) => !known.has(id)).length ?? 0
  return (
    <>
      <h1 tabIndex={-1}>Runs</h1>
      <Schedules />
      <Part
        title="What ran"
        resource={runs}
        lines={8}
        aside={
          more > 0 && fresh ? (
            <button
              type="button"
              class="small"
              onClick={() => {
                setShown({ key, page: fresh })
              }}
            >
              {more} new {more === 1 ? 'run' : 'runs'}
            </button>
          ) : null
        }
      >
        {(data) => {
          const page = merged(kept ?? data, data)
          return (
            <>
              <RunFilterForm filters={filters} />
              {page.tasks.length === 0 ? (
                <p class="empty">
                  Nothing of this kind is known to Temporal.{' '}
                  <button
                    type="button"
                    class="small"
                    onClick={() => {
                      replace(path.value)
                    }}
                  >
                    Clear the filters
                  </button>
                </p>
              ) : (
                <Table tasks={page.tasks} />
              )}
              {page.next_cursor === null ? null : <More cursor={page.next_cursor} />}
            </>
          )
        }}
      </Part>
    </>
  )
}

/** The rows that were shown, as they stand now. */
function merged(kept: Tasks, now: Tasks): Tasks {
  const current = new Map(now.tasks.map((task) => [task.task_id, task]))
  return { ...kept, tasks: kept.tasks.map((task) => current.get(task.task_id) ?? task) }
}

const listed = (filters: RunFilters): Promise<Tasks> =>
  answerOf(
    api.GET('/api/weather/monitoring/tasks', { params: { query: { ...filters, limit: LIMIT } } }),
  )

function Table({ tasks }: { readonly tasks: Tasks['tasks'] }) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Table of runs">
      <table>
        <thead>
          <tr>
            <th scope="col">Started</th>
            <th scope="col">Run</th>
            <th scope="col">Status</th>
            <th scope="col">By</th>
            <th scope="col" class="number">
              Took
            </th>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <tr key={task.task_id}>
              <td class="moment" title={task.started_at}>
                {momentText(task.started_at, zone.value, nowMs.value)}
              </td>
              <th scope="row">
                <Link href={runAddress(task.task_id)}>{task.name}</Link>
              </th>
              <td>
                <Pie of={shadeOf(task.status)} /> {task.status.toLowerCase()}
              </td>
              <td>{task.trigger ?? '–'}</td>
              <td class="number">
                {durationText(
                  Math.max(
                    0,
                    (task.ended_at ? Date.parse(task.ended_at) : nowMs.value) -
                      Date.parse(task.started_at),
                  ),
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function More({ cursor }: { readonly cursor: string }) {
  const address = withQuery(path.value, search.value, {})
  const text = new URLSearchParams({ cursor }).toString()
  return (
    <nav class="paging" aria-label="Pages of the table">
      <button
        type="button"
        class="small"
        onClick={() => {
          go(`${address}${address.includes('?') ? '&' : '?'}${text}`)
        }}
      >
        Older ›
      </button>
    </nav>
  )
}
