import type { Answer } from '../../api.ts'
import { nowMs } from '../../live/clock.ts'
import { go, path, search } from '../../live/location.ts'
import { zone } from '../../live/preferences.ts'
import { runAddress, withCursor } from '../../logic/address.ts'
import { durationText, momentText, titleOf } from '../../logic/format.ts'
import { stateText } from '../../logic/run-state.ts'
import { Link } from '../../parts/link.tsx'
import { Pie, shadeOf } from '../../parts/pie.tsx'
import { Table } from '../../parts/table.tsx'

export type Tasks = Answer<'/api/weather/monitoring/tasks'>
type Task = Tasks['tasks'][number]

export const RunTable = ({ page }: { readonly page: Tasks }) => (
  <>
    <Table
      class="wide"
      label="Table of runs"
      columns={['Started', 'Run', 'Status', 'By', { number: 'Took' }]}
    >
      {page.tasks.map((task) => (
        <RunRow key={task.task_id} {...task} />
      ))}
    </Table>
    {page.next_cursor === null ? null : <More cursor={page.next_cursor} />}
  </>
)

function RunRow({ task_id: id, name, trigger, outcome, status, ...task }: Task) {
  const { started_at: from, ended_at: to } = task
  // Temporal says that a run ended well; the run itself, whether all of it did.
  const state = outcome ?? status
  const toMs = to === null ? nowMs.value : Date.parse(to)
  return (
    <tr>
      <td class="moment" title={from}>
        {momentText(from, zone.value, nowMs.value)}
      </td>
      <th scope="row">
        <Link href={runAddress(id)}>{titleOf(name)}</Link>
      </th>
      <td>
        <Pie of={shadeOf(state)} /> {stateText(state)}
      </td>
      <td>{trigger ?? '–'}</td>
      <td class="number">{durationText(Math.max(0, toMs - Date.parse(from)))}</td>
    </tr>
  )
}

const More = ({ cursor }: { readonly cursor: string }) => (
  <nav class="paging" aria-label="Pages of the table">
    <button
      type="button"
      class="small"
      onClick={() => {
        go(withCursor(path.value, search.value, cursor))
      }}
    >
      Older ›
    </button>
  </nav>
)
