import { PROBLEM_KINDS, problemFacts, type ProblemKind } from '../problem-kinds.ts'

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? '')

/** What stands between backticks is typed as it is. */
const withCode = (text: string): string => escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>')

/** Without style or script, as the content security policy of every answer wants it. */
export function problemHtml(kind: ProblemKind, addressOf: (kind: ProblemKind) => string): string {
  const { status, title, help } = problemFacts(kind)
  const others = PROBLEM_KINDS.map((one) => `<li><a href="${addressOf(one)}">${one}</a></li>`)
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${kind} – problems of the Weather247 API</title>
<h1>${escaped(title)}</h1>
<p>The API answers <code>${status}</code> with the kind <code>${kind}</code>.</p>
<p>${withCode(help)}</p>
<h2>All kinds of problems</h2>
<ul>
${others.join('\n')}
</ul>
</html>
`
}
