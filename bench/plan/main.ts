import { DISTURBED } from './cases/disturbed.ts'
import { ESTIMATED } from './cases/estimated.ts'
import { MANY_SOURCES } from './cases/many-sources.ts'
import { ONE_SOURCE } from './cases/one-source.ts'
import { PROMISED } from './cases/promised.ts'
import { SPEED } from './cases/speed.ts'
import type { Row } from './measured-row.ts'

const CASES = [...ONE_SOURCE, ...MANY_SOURCES, ...PROMISED, ...DISTURBED, ...ESTIMATED, ...SPEED]

const [only] = process.argv.slice(2)
const rows: Row[] = []
for (const one of CASES) {
  if (only !== undefined && !one.name.includes(only)) continue
  const begun = performance.now()
  rows.push(...one.run())
  process.stderr.write(`${one.name}: ${((performance.now() - begun) / 1000).toFixed(1)} s\n`)
}

const number = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(Math.abs(value) < 10 ? 3 : 2)

process.stdout.write('| case | bound | measured | ratio | accept | ok |\n')
process.stdout.write('| --- | ---: | ---: | ---: | ---: | :-: |\n')
for (const { name, bound, measured, value, accept, ok } of rows) {
  const cells = [name, bound === null ? '' : number(bound), number(measured)]
  const ratio = bound === null ? '' : number(value)
  process.stdout.write(`| ${[...cells, ratio, accept, ok ? 'yes' : '**no**'].join(' | ')} |\n`)
}
if (rows.some(({ ok }) => !ok)) process.exitCode = 1
