import type { ComponentChildren } from 'preact'
import { answerOf, api } from '../api.ts'
import { useResource } from '../live/resource.ts'
import { runAddress } from '../logic/address.ts'
import { numberText } from '../logic/format.ts'
import { priceText, type ServiceFact } from '../logic/price.ts'
import { Action } from './action.tsx'
import { Link } from './link.tsx'
import { Failure } from './part.tsx'

/** What is asked for, beside `dry_run`. */
export interface RefreshRequest {
  readonly cities?: number[]
  readonly force?: boolean
  readonly fan_out?: 'bulk' | 'city'
}

interface PriceProps {
  /** What is priced. */
  readonly of: string
  readonly request: () => Promise<RefreshRequest>
  /** On the button. */
  readonly verb: string
  readonly act: (request: RefreshRequest) => Promise<ComponentChildren>
}

interface Quota {
  readonly services: readonly (ServiceFact & { readonly service: string })[]
}

/** What a refresh would do and cost, before it is asked for. */
export function Price({ of, request, verb, act }: PriceProps) {
  const { data, ...price } = useResource(`price ${of}`, async () => priced(await request()))
  return (
    <>
      <Failure resource={{ data, ...price }} />
      {data ? (
        <>
          <p>
            {data.message}.
            {data.left > 0 ? ` Of the first ${numberText(data.counted)} of them:` : ''}
          </p>
          <ul>
            {data.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <Action role="operate" class="main" act={() => act(data.request)}>
            {verb}
          </Action>
        </>
      ) : (
        <p class="second">Counting what it costs…</p>
      )}
    </>
  )
}

async function priced(request: RefreshRequest) {
  const [plan, quota] = await Promise.all([
    answerOf(api.POST('/api/weather/monitoring/refresh', { body: { ...request, dry_run: true } })),
    answerOf(api.GET('/api/weather/monitoring/quota')),
  ])
  if (!('dry_run' in plan)) throw new TypeError('a dry run was asked for')
  const counted = plan.cities.filter(({ due }) => due).length
  return {
    request,
    counted,
    left: plan.due - counted,
    message: plan.message,
    lines: plan.requests.map((one) => priceText(one, serviceOf(quota, one.provider))),
  }
}

const serviceOf = ({ services }: Quota, provider: string) =>
  services.find(({ service }) => service === provider)

export async function startRefresh(request: RefreshRequest) {
  const body = await answerOf(api.POST('/api/weather/monitoring/refresh', { body: request }))
  if (!('tasks' in body)) return body.message
  const [first] = body.tasks
  const taskId = body.task_id ?? first?.task_id
  return (
    <>
      {body.message}.{' '}
      {taskId === undefined ? null : <Link href={runAddress(taskId)}>See the run</Link>}
    </>
  )
}
