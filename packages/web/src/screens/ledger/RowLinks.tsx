import { Link } from '@tanstack/react-router'
import { linkClass } from '../../ui/link.ts'
import { m } from '../../words/index.ts'

/** Rows of another register that a row refers to, each to be opened. `ids` as they came over the wire. */
export function RowLinks({ ids }: { readonly ids: string }) {
  const named = ids === '' ? [] : ids.split('、')
  return named.map((id, i) => (
    <Link key={id} to="/ledger/$entryId" params={{ entryId: id }} className={linkClass}>
      {m.ledger_referred({ number: i + 1 })}
    </Link>
  ))
}
