import { answerOf, api } from '../../api.ts'
import { useResource } from '../../live/resource.ts'
import { numberText } from '../../logic/format.ts'
import { Part } from '../../parts/part.tsx'
import { Table } from '../../parts/table.tsx'

const SHOWN = ['hour', 'day', 'month']

/** Whether cities were as fresh as they are to be. */
export function Objectives() {
  const resource = useResource('objectives', () =>
    answerOf(api.GET('/api/weather/analytics/objectives')),
  )
  return (
    <Part
      title="Objectives"
      resource={resource}
      empty={({ objectives }) =>
        objectives.length === 0 ? 'Measured before each scheduled refresh.' : null
      }
    >
      {({ objectives }) => (
        <Table
          label="Objectives"
          columns={[
            'In time',
            { number: 'Goal' },
            { number: 'Hour' },
            { number: '24 hours' },
            { number: '30 days' },
          ]}
        >
          {objectives.map(({ description, target_percent: target, spans }) => (
            <tr key={description}>
              <th scope="row">{description}</th>
              <td class="number">{numberText(target, 1)} %</td>
              {spans
                .filter(({ span }) => SHOWN.includes(span))
                .map(({ span, attained_percent: attained }) => (
                  <td key={span} class="number">
                    {attained === null ? '–' : `${numberText(attained, 1)} %`}
                  </td>
                ))}
            </tr>
          ))}
        </Table>
      )}
    </Part>
  )
}
