import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { firstLoadBudget } from './first-load-budget.ts'
import { wordsPlugin } from './words-plugin.ts'

const here = import.meta.dirname
const pages = { index: `${here}/index.html`, wall: `${here}/wall.html` }

export default defineConfig({
  root: here,
  plugins: [wordsPlugin(), react(), firstLoadBudget({ 'wall.html': 100_000, 'index.html': 220_000 })],
  // The policy the server sends allows no data: fonts and no inline script, so nothing may be inlined.
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    manifest: true,
    target: 'es2022',
    rolldownOptions: { input: pages },
  },
  server: { proxy: { '/api': process.env.GUATU_API ?? 'http://127.0.0.1:8080' } },
})
