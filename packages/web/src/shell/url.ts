import { day, endOfDay } from '@guatu/core/shared'
import { useNavigate, useSearch } from '@tanstack/react-router'

/**
 * A part of the address as state, so that a link shows what I see: `const [tab, setTab] = useUrl('tab')`.
 * Undefined takes it out of the address. `on` and `known` stay when one goes from screen to screen; others do not.
 */
export function useUrl(name: string): [string | undefined, (value: string | undefined) => void] {
  const search: Record<string, unknown> = useSearch({ strict: false })
  const navigate = useNavigate()
  const value = search[name]
  const set = (next: string | undefined) => {
    void navigate({ to: '.', search: (now: Record<string, unknown>) => ({ ...now, [name]: next }), replace: true })
  }
  return [value === undefined ? undefined : String(value), set]
}

/** Several parts of the address together, and the way to change some of them at once. */
export function useUrls<N extends string>(
  names: readonly N[],
): [Readonly<Partial<Record<N, string>>>, (changed: Readonly<Partial<Record<N, string | undefined>>>) => void] {
  const search: Record<string, unknown> = useSearch({ strict: false })
  const navigate = useNavigate()
  const given = names.flatMap((name) => (search[name] === undefined ? [] : [[name, String(search[name])] as const]))
  const set = (changed: Readonly<Partial<Record<N, string | undefined>>>) => {
    void navigate({ to: '.', search: (now: Record<string, unknown>) => ({ ...now, ...changed }), replace: true })
  }
  return [Object.fromEntries(given) as Readonly<Partial<Record<N, string>>>, set]
}

/** The day and moment everything on the page is shown for; undefined is today, as known now. */
export function useAsOf(): { readonly on: string | undefined; readonly known: string | undefined } {
  const [on] = useUrl('on')
  const [known] = useUrl('known')
  return { on, known }
}

/** The moment that shows a past day with all that is known today: the end of today, so that a link stays true. */
export const asKnownOn = (today: string): string => endOfDay(day(today))
