import { defineConfig } from 'vite'

/** Everything comes from this origin, in files of their own: nothing is inlined. */
export default defineConfig({
  base: '/',
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: false,
    emptyOutDir: true,
    chunkSizeWarningLimit: 250,
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
})
