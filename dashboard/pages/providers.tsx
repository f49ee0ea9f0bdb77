import { tightestWindow } from '../../domain/quota/lasting-windows.ts'
import { answerOf, api, type Answer } from '../api.ts'
import { nowMs } from '../live/clock.ts'
import { withProviderNames } from '../live/providers.ts'
import { useResource } from '../live/resource.ts'
import { lastsText, usedText } from '../logic/budget.ts'
import { percentText, wordsOf } from '../logic/format.ts'
import { Money } from '../parts/money.tsx'
import { Part } from '../parts/part.tsx'
import { WindowMeter } from '../parts/window-meter.tsx'
import { Pie, shadeOf } from '../parts/pie.tsx'
import { Table } from '../parts/table.tsx'
import { Title } from '../parts/title.tsx'
import { CallBars } from './providers/call-bars.tsx'
import { Disagreements } from './providers/disagreements.tsx'
import { Incidents } from './providers/incidents.tsx'
import { Objectives } from './providers/objectives.tsx'
import { Plan } from './providers/plan.tsx'

type Listed = Answer<'/api/weather/providers'>['providers'][number]
type Service = Answer<'/api/weather/monitoring/quota'>['services'][number]
type Usage = Answer<'/api/weather/providers/usage'>['providers'][number]

const HOURS = 24

/** What did each cost, how long does it last, is it well? */
export function ProvidersPage() {
  const providers = useResource('providers', all)
  return (
    <>
      <Title text="Providers" />
      <Part
        title="In the order they are asked"
        resource={providers}
        lines={6}
        empty={({ rows }) => (rows.length === 0 ? 'No provider is in use.' : null)}
      >
        {({ rows, others }) => (
          <>
            <Rows rows={rows} />
            {others.length > 0 ? (
              <p class="second">
                Not in use: {others.map(({ name }) => name).join(', ')}.{' '}
                <code>weather247 providers</code> says what each needs.
              </p>
            ) : null}
          </>
        )}
      </Part>
      <Incidents />
      <Disagreements />
      <Plan />
      <Objectives />
    </>
  )
}

interface Row {
  readonly provider: Listed
  readonly service: Service | undefined
  readonly usage: Usage | undefined
}

async function all() {
  const [listed, quota, usage] = await Promise.all([
    answerOf(api.GET('/api/weather/providers')),
    answerOf(api.GET('/api/weather/monitoring/quota')),
    answerOf(api.GET('/api/weather/providers/usage', { params: { query: { hours: HOURS } } })),
  ])
  const rows = listed.providers
    .filter(({ is_active: isActive }) => isActive)
    .map((provider): Row => ({
      provider,
      service: quota.services.find(({ service }) => service === provider.id),
      usage: usage.providers.find((one) => one.provider === provider.id),
    }))
  return { rows, others: listed.providers.filter(({ is_active: isActive }) => !isActive) }
}

const Rows = ({ rows }: { readonly rows: readonly Row[] }) => (
  <Table
    class="wide two"
    label="Table of providers"
    columns={['Provider', 'State', 'Used most', 'Lasts', 'Calls of 24 h', { number: 'Answered' }]}
  >
    {rows.map((row) => (
      <ProviderRow key={row.provider.id} {...row} />
    ))}
  </Table>
)

function ProviderRow({ provider, service, usage }: Row) {
  const tightest = service && tightestWindow(service.windows)
  const { name, health_status: health, health_reason: reason } = provider
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="wrap">
        <Pie of={shadeOf(health)} /> {reason === null ? health : withProviderNames(reason)}
        {provider.main_failure_24h === null ? null : (
          <span class="note">failed mostly with {wordsOf(provider.main_failure_24h)}</span>
        )}
      </td>
      <td>
        {usedText(tightest)}
        <WindowMeter name={name} of={tightest} />
        {service ? <Money name={name} cost={service.cost} /> : null}
      </td>
      <td>{tightest ? lastsText(tightest, nowMs.value) : 'always'}</td>
      <td>
        {usage ? (
          <CallBars name={name} hours={usage.hours} />
        ) : (
          <span class="second">no calls</span>
        )}
      </td>
      <td class="number">{percentText(provider.success_rate_24h)}</td>
    </tr>
  )
}
