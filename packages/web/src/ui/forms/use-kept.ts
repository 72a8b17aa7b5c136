import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { meQuery } from '../../api/me.ts'
import { forget, isKept, keep, keptOf, openedField, type Place } from './kept.ts'

function usePlace(form: string): Place {
  const queries = useQueryClient()
  // Who opened the form stays who it is kept for, also when the seat is lost under it.
  const [place] = useState(() => {
    const me = queries.getQueryData(meQuery.queryKey)
    return { person: me ? `${me.office.id} ${me.officer.id}` : '', path: location.pathname, form }
  })
  return place
}

/** `useState` for a field of a form that outlives a lost seat: `const [because, setBecause] = useKept('correct', 'because', '')`. */
export function useKept<T>(form: string, field: string, first: () => T): [T, (value: T) => void] {
  const place = usePlace(form)
  const [value, setValue] = useState<T>(() => (keptOf(sessionStorage, place, field) as T | undefined) ?? first())
  const set = (next: T) => {
    if (place.person !== '') keep(sessionStorage, place, field, next)
    setValue(next)
  }
  return [value, set]
}

/**
 * What a form was opened on, the same after a lost seat: what others did in between must not pass for what was seen.
 * Kept from the beginning, also where nothing is typed yet.
 */
export function useOpened<T>(form: string, first: () => T): T {
  const place = usePlace(form)
  const [opened] = useState<T>(() => (keptOf(sessionStorage, place, openedField) as T | undefined) ?? first())
  useEffect(() => {
    if (place.person !== '') keep(sessionStorage, place, openedField, opened)
  }, [place, opened])
  return opened
}

/** Whether a form came up with what had been typed into it before: it is not to be lost unasked either. */
export function useRestored(form: string): boolean {
  const place = usePlace(form)
  const [restored] = useState(() => isKept(sessionStorage, place))
  return restored
}

/** Forgets what was kept of a form, once it was taken or given up. */
export function useForget(form: string): () => void {
  const place = usePlace(form)
  return () => forget(sessionStorage, place)
}
