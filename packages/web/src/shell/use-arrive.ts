import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'

/**
 * Goes to a screen of the office one has just sat down in. What was read of the office one leaves is forgotten first:
 * it must not be shown as the next one's, and a day looked back at there means nothing here.
 */
export function useArrive(): (to: '/' | '/sources' | '/offices') => Promise<void> {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return async (to) => {
    queries.removeQueries({ type: 'inactive' })
    await queries.resetQueries()
    await navigate({ to, search: { on: undefined, known: undefined } })
  }
}
