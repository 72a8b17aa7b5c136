import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { firstLoadBudget } from './first-load-budget.ts'
import { wordsPlugin } from './words-plugin.ts'
import { workerFile, workerPlugin } from './worker-plugin.ts'

const here = import.meta.dirname
const pages = { index: `${here}/index.html`, wall: `${here}/wall.html`, sw: `${here}/src/worker/sw.ts` }

export default defineConfig({
  root: here,
  plugins: [wordsPlugin(), react(), workerPlugin(), firstLoadBudget({ 'wall.html': 100_000, 'index.html': 220_000 })],
  // The policy the server sends allows no data: fonts and no inline script, so nothing may be inlined.
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    manifest: true,
    target: 'es2022',
    rolldownOptions: {
      input: pages,
      // The worker is asked for by its name, and rules over what lies below it.
      output: { entryFileNames: ({ name }) => (name === 'sw' ? workerFile : 'assets/[name]-[hash].js') },
    },
  },
  server: { proxy: { '/api': process.env.GUATU_API ?? 'http://127.0.0.1:8080' } },
})
