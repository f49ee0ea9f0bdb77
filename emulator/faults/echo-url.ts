import type { Fault } from '../control/schemas.ts'
import { errorMessageAnswer } from '../error-bodies.ts'
import { json, text, type Answer } from '../exchange.ts'
import type { ProviderName } from '../provider-names.ts'

const DEFAULT_STATUS = 502

/** What a proxy shows of a request it could not serve: its URL in several spellings, keys included. */
export function echoAnswer(provider: ProviderName, url: string, fault: Fault): Answer {
  const status = fault.status ?? DEFAULT_STATUS
  const spellings = [url, decodeURIComponent(url), encodeURIComponent(url), url.split('?')[1] ?? '']
  return { ...echoed(provider, status, spellings, fault.form), headers: headersOf(fault, url) }
}

function echoed(
  provider: ProviderName,
  status: number,
  spellings: readonly string[],
  form: Fault['form'] = 'html',
): Answer {
  if (form === 'json') return json({ error: 'upstream failed', requests: spellings }, status)
  if (form === 'error') return errorMessageAnswer(provider, status, spellings.join(' '))
  return text(`<html><body>No answer for ${spellings.join('<br>')}</body></html>`, status)
}

const headersOf = ({ form = 'html' }: Fault, url: string): Record<string, string> => ({
  'content-type': form === 'html' ? 'text/html' : 'application/json',
  'x-original-url': url,
})
