import { CSPProvider } from '@base-ui/react/csp-provider'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { tellPrint } from './api/prints.ts'
import { ProblemError } from './api/problem.ts'
import { registerWorker } from './shell/register-worker.ts'
import { makeRouter } from './shell/router.tsx'
import { Toasts } from './ui/Toast.tsx'
import './ui/base.css'
import { showTheme, themeNow } from './ui/theme.ts'
import { announceLocale } from './words/index.ts'

showTheme(themeNow())
announceLocale()
registerWorker()
addEventListener('beforeprint', () => tellPrint(location))

// A refusal is an answer: asking again would only hear it again. Only an unreachable server is worth a second try.
const worthAsking = (error: unknown) => error instanceof ProblemError && error.problem.code === 'web.unreachable'

const queries = new QueryClient({
  defaultOptions: { queries: { retry: (failures, error) => failures < 2 && worthAsking(error), staleTime: 5_000 } },
})

const root = document.getElementById('root')
if (!root) throw new Error('index.html has an element with the id root')
createRoot(root).render(
  <StrictMode>
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queries}>
        <Toasts>
          <RouterProvider router={makeRouter()} />
        </Toasts>
      </QueryClientProvider>
    </CSPProvider>
  </StrictMode>,
)
