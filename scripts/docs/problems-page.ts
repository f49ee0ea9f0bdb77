import { PROBLEM_KINDS, problemFacts } from '../../api/problem-kinds.ts'

/** A section for each kind, which is the anchor of its name. */
export const problemsPage = (made: string): string => `# Problems of the API

${made}

Every refusal is \`application/problem+json\` (RFC 9457): \`type\`, \`title\`, \`status\`, \`detail\`,
\`instance\`, and \`kind\`, which programs may switch on. The list is closed. Its header \`Link\` with \`rel="help"\` leads
to a page about its kind, \`/problems/<kind>\`, which anyone may read.

${PROBLEM_KINDS.map(sectionOf).join('\n\n')}
`

function sectionOf(kind: (typeof PROBLEM_KINDS)[number]): string {
  const { status, title, help } = problemFacts(kind)
  return `## ${kind}\n\n${status}: ${title}. ${help}`
}
