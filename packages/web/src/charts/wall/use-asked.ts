import { useCallback, useEffect, useState } from 'react'
import { problemOf } from '../../api/problem.ts'

const isOutOfReach = (error: unknown): boolean => problemOf(error).code.startsWith('web.')

export interface Asked<T> {
  readonly data: T | undefined
  readonly error: unknown
  readonly again: () => void
}

/**
 * Asks when `key` changes and on `again`. What was answered stays in sight while the next answer is on its way. The
 * wall has this little hook of its own because its first script has no room for a query library.
 */
export function useAsked<T>(key: string, ask: (signal: AbortSignal) => Promise<T>): Asked<T> {
  const [turn, setTurn] = useState(0)
  const [state, setState] = useState<{ data?: T; error?: unknown }>({})
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for everything that `ask` closes over.
  useEffect(() => {
    const gone = new AbortController()
    ask(gone.signal).then(
      (data) => !gone.signal.aborted && setState({ data }),
      // A wall that hangs in a room keeps the last picture through a short break of the network; an answer that refuses
      // is an answer, and the picture of another day or office would be wrong under it.
      (error: unknown) =>
        !gone.signal.aborted && setState((now) => (now.data && isOutOfReach(error) ? now : { error })),
    )
    return () => gone.abort()
  }, [key, turn])
  const again = useCallback(() => setTurn((n) => n + 1), [])
  return { data: state.data, error: state.error, again }
}
