import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { backFrom } from './back.ts'

/** Leads to where one came from; what was read before, by nobody or by another person, is forgotten first. */
export function useWayBack(): (named: string | undefined) => Promise<void> {
  const queries = useQueryClient()
  const router = useRouter()
  return async (named) => {
    queries.removeQueries({ type: 'inactive' })
    await queries.resetQueries()
    // Whoever came to no page of the product in particular begins at their own.
    const back = backFrom(named)
    router.history.replace(back === '/' ? '/start' : back)
  }
}
