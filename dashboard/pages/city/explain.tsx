import { answerOf, api, type Answer } from '../../api.ts'
import { nowMs } from '../../live/clock.ts'
import { zone } from '../../live/preferences.ts'
import { providerName, withProviderNames } from '../../live/providers.ts'
import { useResource } from '../../live/resource.ts'
import { runAddress } from '../../logic/address.ts'
import { momentText, titleOf, untilText, wordsOf } from '../../logic/format.ts'
import { Link } from '../../parts/link.tsx'
import { Part } from '../../parts/part.tsx'
import { Pie } from '../../parts/pie.tsx'
import { Doubts } from './doubts.tsx'

const SHOWN = 5

type Product = Answer<'/api/weather/cities/{cityId}/explain'>['products'][number]

/** Who was asked for it, what came of it, and when it is next due. */
export function Explain({ cityId }: { readonly cityId: number }) {
  const origin = useResource(`origin ${cityId}`, () => originOf(cityId))
  return (
    <Part title="How this value came about" resource={origin}>
      {({ products, doubts, tasks }) => (
        <>
          <ul class="origin">
            {products.map((product) => (
              <ProductRow key={product.product} product={product} />
            ))}
          </ul>
          <Doubts doubts={doubts} />
          {tasks.length > 0 ? (
            <p class="second">
              Refreshes that Temporal knows of this city:{' '}
              {tasks.map((task, index) => (
                <span key={task.task_id}>
                  {index > 0 ? ', ' : ''}
                  <Link href={runAddress(task.task_id)}>
                    {momentText(task.started_at, zone.value, nowMs.value)}
                  </Link>
                </span>
              ))}
              . Those in bulk are on the page Runs.
            </p>
          ) : null}
        </>
      )}
    </Part>
  )
}

async function originOf(cityId: number) {
  const [{ products, doubts }, { tasks }] = await Promise.all([
    answerOf(api.GET('/api/weather/cities/{cityId}/explain', { params: { path: { cityId } } })),
    answerOf(
      api.GET('/api/weather/monitoring/tasks', {
        params: { query: { city: String(cityId), limit: SHOWN } },
      }),
    ),
  ])
  return { products, doubts, tasks }
}

function dueText(due: string | null): string {
  if (due === null) return '; it is not kept fresh'
  const isDue = Date.parse(due) <= nowMs.value
  return isDue ? '; due with the next run' : `; due again ${untilText(due, nowMs.value)}`
}

const SERVING = ['ok', 'unchanged', 'remembered']

function ProductRow({ product }: { readonly product: Product }) {
  const { tried, skipped, stored, refreshed_at: at, next_due_at: due } = product
  return (
    <li>
      <h3>{titleOf(product.product)}</h3>
      <p class="second">
        {at === null ? (
          'Never refreshed'
        ) : (
          <>
            Last refreshed <time title={at}>{momentText(at, zone.value, nowMs.value)}</time>
          </>
        )}
        {dueText(due)}
        {stored === null ? '' : `; served is what ${providerName(stored.provider)} gave`}
      </p>
      <ol>
        {tried.map((one, index) => (
          <li key={index}>
            <Pie of={SERVING.includes(one.outcome) ? 'fresh' : 'very_stale'} />{' '}
            {providerName(one.provider)}: {wordsOf(one.outcome)}
            {one.was_asked ? '' : ', not asked'}
            {one.message === null ? '' : `, ${withProviderNames(one.message)}`}
          </li>
        ))}
        {skipped.map(({ provider, why }) => (
          <li key={provider}>
            <Pie of="no_data" /> {providerName(provider)}: not tried, {why}
          </li>
        ))}
      </ol>
    </li>
  )
}
