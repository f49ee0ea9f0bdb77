import { answerOf, api, type Answer } from '../api.ts'
import { nowMs } from '../live/clock.ts'
import { useResource } from '../live/resource.ts'
import { numberText, percentText, untilText } from '../logic/format.ts'
import { tightestWindow } from '../logic/quota.ts'
import { Part } from '../parts/part.tsx'
import { Meter } from '../parts/meter.tsx'
import { Pie, shadeOf } from '../parts/pie.tsx'
import { CallBars } from './providers/call-bars.tsx'
import { Incidents } from './providers/incidents.tsx'

type Listed = Answer<'/api/weather/providers'>['providers'][number]
type Service = Answer<'/api/weather/monitoring/quota'>['services'][number]
type Usage = Answer<'/api/weather/providers/usage'>['providers'][number]

const HOURS = 24

/** What did each cost, how long does it last, is it well? */
export function ProvidersPage() {
  const providers = useResource('providers', all)
  return (
    <>
      <h1 tabIndex={-1}>Providers</h1>
      <Part
        title="In the order they are asked"
        resource={providers}
        lines={6}
        empty={({ rows }) => (rows.length === 0 ? 'No provider is in use.' : null)}
      >
        {({ rows, others }) => (
          <>
            <Table rows={rows} />
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

function Table({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Table of providers">
      <table class="providers">
        <thead>
          <tr>
            <th scope="col">Provider</th>
            <th scope="col">State</th>
            <th scope="col">Used most</th>
            <th scope="col">Lasts</th>
            <th scope="col">Calls of 24 h</th>
            <th scope="col" class="number">
              Answered
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ProviderRow key={row.provider.id} {...row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ProviderRow({ provider, service, usage }: Row) {
  const tightest = service && tightestWindow(service.windows)
  const { name, health_status: health, health_reason: reason } = provider
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="wrap">
        <Pie of={shadeOf(health)} /> {reason ?? health}
        {provider.main_failure_24h === null ? null : (
          <span class="second"> mostly {provider.main_failure_24h}</span>
        )}
      </td>
      <td>
        {tightest ? (
          <>
            {numberText(tightest.used)} of {numberText(tightest.limit)} this {tightest.window}
            <Meter
              share={tightest.used_share ?? 0}
              label={`${name}, used of this ${tightest.window}`}
              shade={service.status === 'healthy' ? 'fresh' : shadeOf(service.status)}
            />
          </>
        ) : (
          'no limit in days or months'
        )}
      </td>
      <td>{tightest ? lastsText(tightest) : 'yes'}</td>
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

const lastsText = (window: Service['windows'][number]): string =>
  window.exhausted_at === null
    ? `until it is reset ${untilText(window.resets_at, nowMs.value)}`
    : `runs out ${untilText(window.exhausted_at, nowMs.value)}`
