import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'

/**
 * Goes to a screen of the office one has just sat down in, or back to where the seat was lost. What was read of the office one leaves is forgotten first:
 * it must not be shown as the next one's, and a day looked back at there means nothing here.
 */
export function useArrive(): (to: '/' | '/sources' | '/offices', back?: string) => Promise<void> {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return async (to, back) => {
    queries.removeQueries({ type: 'inactive' })
    await queries.resetQueries()
    // Only a path of our own: nobody is sent elsewhere by what stands in an address.
    if (back !== undefined && /^\/(?![/\\])/.test(back)) await navigate({ href: back, replace: true })
    else await navigate({ to, search: { on: undefined, known: undefined } })
  }
}
