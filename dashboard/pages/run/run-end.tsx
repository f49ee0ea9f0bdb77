import type { Answer } from '../../api.ts'
import { providerName, withProviderNames } from '../../live/providers.ts'
import { cityAddress } from '../../logic/address.ts'
import { numberText, wordsOf } from '../../logic/format.ts'
import {
  countsText,
  messageOf,
  runReportOf,
  type NamedCity,
  type RunReport,
} from '../../logic/run-report.ts'
import { Link } from '../../parts/link.tsx'
import { Pie } from '../../parts/pie.tsx'
import { Table } from '../../parts/table.tsx'

type Task = Answer<'/api/weather/monitoring/task/{taskId}'>

/** What came of a run, and why parts of it failed. */
export function RunEnd({ task }: { readonly task: Task }) {
  const report = runReportOf(task.result)
  const message = messageOf(task.result)
  return (
    <>
      {message === undefined ? null : <p>{message}</p>}
      {report ? <Report report={report} /> : null}
      {task.failure.length > 0 ? <Failures links={task.failure} /> : null}
    </>
  )
}

/** From what the run failed with, down to what it came from. */
const Failures = ({ links }: { readonly links: Task['failure'] }) => (
  <>
    <h2>What went wrong</h2>
    <ol class="failures">
      {links.map(({ type, kind, message, attempts }, index) => (
        <li key={index}>
          <b>{wordsOf(type ?? kind)}</b> {withProviderNames(message)}
          {attempts ? (
            <ul class="second">
              {attempts.map((attempt, place) => (
                <li key={place}>
                  {providerName(attempt.provider)}: {wordsOf(attempt.outcome)}
                  {attempt.message ? `, ${withProviderNames(attempt.message)}` : ''}
                </li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ol>
  </>
)

const Report = ({ report }: { readonly report: RunReport }) => (
  <>
    <p>{countsText(report)}.</p>
    {report.served.length > 0 ? (
      <p class="second">
        Served by{' '}
        {report.served
          .map(([name, cities]) => `${providerName(name)} ${numberText(cities)}`)
          .join(', ')}
        .
      </p>
    ) : null}
    {report.causes.length > 0 ? <Causes causes={report.causes} /> : null}
    <Named title="Failed" cities={report.failed} />
    <Named title="Left" cities={report.left} />
  </>
)

const Causes = ({ causes }: Pick<RunReport, 'causes'>) => (
  <>
    <h2>Why</h2>
    <Table label="Causes" columns={['Provider', 'Cause', { number: 'Cities' }]}>
      {causes.map(({ provider, kind, cities }) => (
        <tr key={`${provider} ${kind}`}>
          <th scope="row">{providerName(provider)}</th>
          <td>
            <Pie of={kind === 'not-covered' ? 'no_data' : 'very_stale'} /> {wordsOf(kind)}
          </td>
          <td class="number">{numberText(cities)}</td>
        </tr>
      ))}
    </Table>
  </>
)

interface NamedProps {
  readonly title: string
  readonly cities: readonly NamedCity[]
}

function Named({ title, cities }: NamedProps) {
  if (cities.length === 0) return null
  return (
    <p>
      {title}, some of them:{' '}
      {cities.map(({ cityId, name }, index) => (
        <span key={cityId}>
          {index > 0 ? ', ' : ''}
          <Link href={cityAddress(cityId)}>{name}</Link>
        </span>
      ))}
    </p>
  )
}
