import type { PaperNote } from '@guatu/contract'
import { type Instant, instant } from '@guatu/core/shared'
import { sql } from 'kysely'
import type { Tx } from './db.ts'

/**
 * The signed papers that stand behind acts, by the names that their stages gave these. An act that was clicked has none;
 * a paper confirmed later than `knownAt` was not known then.
 */
export async function papersBehind(
  tx: Tx,
  officeId: string,
  acts: readonly string[],
  knownAt: Instant | null = null,
): Promise<ReadonlyMap<string, PaperNote>> {
  if (acts.length === 0) return new Map()
  const { rows } = await sql<PaperNote & { readonly act: string }>`
    select b.act, p.id, s.name as signer, p.signed_on, p.number, e.name as entered_by, c.name as confirmed_by,
      o.at as confirmed_at
    from paper_behind b
    join paper_approval p on p.office_id = b.office_id and p.id = b.paper_id
    join paper_outcome o on o.office_id = p.office_id and o.paper_id = p.id
    join officer s on s.office_id = p.office_id and s.id = p.signer_id
    join officer e on e.office_id = p.office_id and e.id = p.entered_by
    join officer c on c.office_id = o.office_id and c.id = o.by_officer
    where b.office_id = ${officeId} and b.act = any(${sql.val([...acts])}::text[])
      and (${knownAt}::timestamptz is null or o.at <= ${knownAt})`.execute(tx)
  return new Map(rows.map(({ act, ...note }) => [act, { ...note, confirmedAt: instant(note.confirmedAt) }]))
}
