import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

const TESTS = ['**/*.test.ts', 'test/**', 'bench/**']
const TERMINAL_PROGRAMS = [
  'cli/**',
  'scripts/**',
  'bench/**',
  'emulator/main.ts',
  'platform/**/main.ts',
  // Its standard error is the only log it has.
  'platform/processes/watcher.ts',
]
const NODE_GLOBALS = ['process', 'console', 'URL', 'setTimeout', 'clearTimeout', 'Buffer', 'fetch']

const NO_ENV_IMPORT = {
  name: 'node:process',
  importNames: ['env'],
  message: 'Ask platform/config/env.ts.',
}
const NO_IO = {
  group: ['node:*', 'postgres', 'drizzle-orm', 'drizzle-orm/*', 'ioredis', 'undici', 'fastify'],
  message: 'This room does no I/O: give the work to an activity.',
}
const NO_TEMPORAL_IO = {
  group: [
    '@temporalio/client',
    '@temporalio/worker',
    '@temporalio/activity',
    '@temporalio/testing',
  ],
  message: 'This room is also read inside a workflow: only @temporalio/workflow and common.',
}
const NOTHING_FROM_NPM = { regex: '^[^.]', message: 'domain/ imports nothing, not even npm.' }

export default defineConfig(
  globalIgnores(['dist/', 'client/schema.ts', 'bench/results/', 'data-dir/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // A forgotten await on an activity or a timer is the bug that hurts most in a workflow.
      '@typescript-eslint/no-floating-promises': 'error',
      // `import { type X }` leaves an import behind that runs; `import type` is erased.
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      // The compiler's noPropertyAccessFromIndexSignature asks for the opposite.
      '@typescript-eslint/dot-notation': 'off',
      // One line or braces.
      curly: ['error', 'multi-line'],
      'no-console': 'error',
      'no-restricted-imports': ['error', { paths: [NO_ENV_IMPORT] }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only platform/config/env.ts reads it.' },
        { object: 'vi', property: 'mock', message: 'Hand the double in: a dependency is missing.' },
      ],
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    ignores: TESTS,
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TSInterfaceBody > TSPropertySignature[readonly!=true]',
          message: 'Members of an interface are readonly; a record that counts is a type alias.',
        },
      ],
    },
  },
  {
    files: ['workflows/**/*.ts', 'contracts/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-restricted-imports': ['error', { paths: [], patterns: [NO_IO, NO_TEMPORAL_IO] }],
      'no-restricted-globals': ['error', 'process', 'Buffer', 'fetch', 'setImmediate'],
    },
  },
  {
    files: ['domain/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-restricted-imports': ['error', { patterns: [NOTHING_FROM_NPM] }],
      'no-restricted-globals': ['error', 'process', 'Buffer', 'fetch', 'setImmediate'],
    },
  },
  {
    // Fastify plugins and activities are async by contract, whether or not they await.
    files: ['api/**/*.ts', 'activities/**/*.ts'],
    rules: { '@typescript-eslint/require-await': 'off' },
  },
  {
    files: ['platform/config/env.ts'],
    rules: { 'no-restricted-properties': 'off', 'no-restricted-imports': 'off' },
  },
  {
    files: TERMINAL_PROGRAMS,
    rules: { 'no-console': 'off' },
  },
  {
    files: [...TESTS, 'scripts/**/*.ts', '*.config.ts', 'db/drizzle.config.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'vi', property: 'mock', message: 'Hand the double in: a dependency is missing.' },
      ],
      'no-restricted-imports': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: Object.fromEntries(NODE_GLOBALS.map((name) => [name, 'readonly'])),
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs' },
  },
)
