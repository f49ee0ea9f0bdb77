import { ageText } from '../../../domain/text/age-text.ts'
import { answerOf, api, type Answer } from '../../api.ts'
import { useResource } from '../../live/resource.ts'
import { numberText } from '../../logic/format.ts'
import { Part } from '../../parts/part.tsx'
import { Pie } from '../../parts/pie.tsx'
import { Table } from '../../parts/table.tsx'

type Queue = Answer<'/api/weather/monitoring/queues'>['queues'][number]

export function Queues() {
  const queues = useResource('queues', () => answerOf(api.GET('/api/weather/monitoring/queues')))
  return (
    <Part
      title="Queues"
      resource={queues}
      lines={5}
      empty={(data) => (data.queues.length === 0 ? 'Temporal knows of none yet.' : null)}
    >
      {(data) => (
        <Table
          class="wide"
          label="Table of queues"
          columns={['Queue', 'Workers', { number: 'Waiting' }, { number: 'Oldest' }, 'To do']}
        >
          {data.queues.map((one) => (
            <QueueRow key={one.queue} {...one} />
          ))}
        </Table>
      )}
    </Part>
  )
}

const QueueRow = ({ queue, workers, waiting, oldest_wait_seconds: oldest }: Queue) => (
  <tr>
    <th scope="row">{queue}</th>
    <td title={workers.join(', ')}>
      <Pie of={workers.length > 0 ? 'fresh' : 'very_stale'} />{' '}
      {workers.length === 0 ? 'none' : numberText(workers.length)}
    </td>
    <td class="number">{numberText(waiting)}</td>
    <td class="number">{oldest === null ? '–' : ageText(oldest)}</td>
    <td>{workers.length === 0 ? <code>weather247 worker --queues {queue}</code> : '–'}</td>
  </tr>
)
