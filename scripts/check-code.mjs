// Types and lint of the code, or of the pages: both ask one compiler, which works out every type once.
import { relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ESLint } from 'eslint'
import ts from 'typescript'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
process.chdir(ROOT)

const PAGES = 'dashboard/'
const PARTS = {
  code: {
    project: 'tsconfig.json',
    patterns: ['.'],
    ignored: [`${PAGES}**`],
    holds: (path) => !path.startsWith(PAGES),
  },
  pages: {
    project: 'dashboard/tsconfig.json',
    patterns: [PAGES],
    ignored: [],
    holds: (path) => path.startsWith(PAGES),
  },
}

const part = PARTS[process.argv[2]]
if (part === undefined) {
  console.error(`usage: node scripts/check-code.mjs ${Object.keys(PARTS).join('|')}`)
  process.exit(2)
}

const program = programOf(part.project)
const isTyped = hasRightTypes(program)
const isLinted = await isClean(program)
process.exitCode = isTyped && isLinted ? 0 : 1

function programOf(project) {
  const onUnRecoverableConfigFileDiagnostic = ({ messageText }) => {
    throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'))
  }
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic }
  const { options, fileNames, errors } = ts.getParsedCommandLineOfConfigFile(project, {}, host)
  return ts.createProgram({ rootNames: fileNames, options, configFileParsingDiagnostics: errors })
}

/** What `tsc --noEmit` says of the files of this part. */
function hasRightTypes(program) {
  const files = program.getSourceFiles().filter(({ fileName }) => {
    const path = relative(ROOT, fileName).replaceAll(sep, '/')
    return !path.startsWith('node_modules/') && !path.startsWith('..') && part.holds(path)
  })
  const found = [
    ...program.getConfigFileParsingDiagnostics(),
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...files.flatMap((file) => program.getSyntacticDiagnostics(file)),
    ...files.flatMap((file) => program.getSemanticDiagnostics(file)),
  ]
  const host = {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => ROOT,
    getNewLine: () => '\n',
  }
  if (found.length > 0) console.log(ts.formatDiagnostics(found, host))
  return found.length === 0
}

/** What `eslint --max-warnings 0` says of them, with the types that are known by now. */
async function isClean(program) {
  const parserOptions = { projectService: false, programs: [program] }
  const eslint = new ESLint({
    ignorePatterns: part.ignored,
    overrideConfig: { files: ['**/*.ts', '**/*.tsx'], languageOptions: { parserOptions } },
  })
  const results = await eslint.lintFiles(part.patterns)
  const { format } = await eslint.loadFormatter('stylish')
  process.stdout.write(await format(results))
  return results.every(({ errorCount, warningCount }) => errorCount + warningCount === 0)
}
