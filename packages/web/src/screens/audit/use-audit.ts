import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type AuditAsked, auditQuery } from '../../api/audit.ts'

const names = ['from', 'to', 'person', 'route', 'object', 'outcome', 'problem'] as const

const given = (value: unknown): string | undefined => (value === undefined || value === '' ? undefined : String(value))

/** What the address asks the log for, how to ask for something else, and what was found. */
export function useAudit() {
  const search: Record<string, unknown> = useSearch({ strict: false })
  const navigate = useNavigate()
  const asked = Object.fromEntries(names.map((name) => [name, given(search[name])])) as unknown as AuditAsked
  const found = useInfiniteQuery(auditQuery(asked))
  const ask = (next: AuditAsked) => {
    const same = names.every((name) => asked[name] === given(next[name]))
    if (same) void found.refetch()
    else void navigate({ to: '.', search: () => ({ ...next }), replace: true })
  }
  return { asked, ask, found }
}
