import { answerOf, api } from '../api.ts'
import { useResource } from '../live/resource.ts'
import { runAddress } from '../logic/address.ts'
import { priceText, type ServiceFact } from '../logic/price.ts'
import { Action } from './action.tsx'
import { Dialog } from './dialog.tsx'
import { Link } from './link.tsx'
import { Failure } from './part.tsx'

interface RefreshDialogProps {
  readonly title: string
  /** What the request says beside `dry_run`. */
  readonly request: {
    readonly cities?: number[]
    readonly force?: boolean
    readonly fan_out?: 'bulk' | 'city'
  }
  readonly close: () => void
}

interface Quota {
  readonly services: readonly (ServiceFact & { readonly service: string })[]
}

/** What a refresh would do and cost, before it is asked for. */
export function RefreshDialog({ title, request, close }: RefreshDialogProps) {
  const price = useResource(`price ${JSON.stringify(request)}`, () => priced(request))
  return (
    <Dialog title={title} close={close}>
      <Failure resource={price} />
      {price.data ? (
        <>
          <p>{price.data.message}.</p>
          <ul>
            {price.data.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      ) : (
        <p class="second">Counting what it costs…</p>
      )}
      <Action role="operate" class="main" act={() => started(request)}>
        Refresh
      </Action>
    </Dialog>
  )
}

async function priced(request: RefreshDialogProps['request']) {
  const [plan, quota] = await Promise.all([
    answerOf(api.POST('/api/weather/monitoring/refresh', { body: { ...request, dry_run: true } })),
    answerOf(api.GET('/api/weather/monitoring/quota')),
  ])
  if (!('dry_run' in plan)) throw new TypeError('a dry run was asked for')
  return {
    message: plan.message,
    lines: plan.requests.map((one) => priceText(one, serviceOf(quota, one.provider))),
  }
}

const serviceOf = ({ services }: Quota, provider: string) =>
  services.find(({ service }) => service === provider)

async function started(request: RefreshDialogProps['request']) {
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
