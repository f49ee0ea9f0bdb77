import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const DOCUMENTS = [
  ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'STYLE.md'],
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  ...['providers/adapters/README.md', 'emulator/README.md', 'test/support/README.md'],
]
const FOLDERS = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
  .map(({ name }) => name)

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

/** Relative targets of links, without their fragments. */
const linksIn = (text: string): string[] =>
  [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, path]) => path!)

/** Code spans that name a path in the repository; `<id>`, `…` and `*` stand for any name. */
const pathsIn = (text: string): string[] =>
  [...text.matchAll(/`([\w.<>@…*/-]+)`/g)]
    .map(([, span]) => span!)
    .filter((span) => FOLDERS.some((folder) => span.startsWith(`${folder}/`)))
    // Written by tools, kept out of git.
    .filter((span) => !/^(dist|node_modules|bench\/results)\b/.test(span))

/** One name of a path as a pattern. */
const patternOf = (name: string): RegExp =>
  new RegExp(`^${name.replaceAll('.', '\\.').replaceAll(/<[^>]+>|…|\*+/g, '.+')}$`)

function exists(path: string, folder = ROOT): boolean {
  const [name, ...rest] = path.split('/').filter((part) => part !== '')
  if (name === undefined) return true
  const entries = readdirSync(folder, { withFileTypes: true })
  return entries.some(
    (entry) =>
      patternOf(name).test(entry.name) &&
      (rest.length === 0 ||
        (entry.isDirectory() && exists(rest.join('/'), join(folder, entry.name)))),
  )
}

describe.each(DOCUMENTS)('%s', (document) => {
  it('links to files that exist', () => {
    const missing = linksIn(read(document)).filter(
      (path) => !existsSync(join(ROOT, dirname(document), path)),
    )
    expect(missing).toEqual([])
  })

  it('names paths that exist', () => {
    expect(pathsIn(read(document)).filter((path) => !exists(path))).toEqual([])
  })
})

describe('the check of paths', () => {
  it('sees a path that is missing, also behind a placeholder', () => {
    const paths = pathsIn('`domain/nothing.ts` and `providers/adapters/<id>/nothing.ts`')
    expect(paths).toHaveLength(2)
    expect(paths.filter((path) => exists(path))).toEqual([])
    expect(exists('providers/adapters/<id>/adapter.ts')).toBe(true)
  })
})
