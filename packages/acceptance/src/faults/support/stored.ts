import { reachPostgres } from '@guatu/server/platform/postgres/reach'
import { query } from '../../support/query.ts'

export interface Stored {
  /** The id of every entry there is, as often as it is there. */
  readonly ids: readonly string[]
  /** Entries without their fact, without their audit record, or without their answer under the key. */
  readonly halves: number
}

const halves = `
  select count(*) as n from entry e where
    not exists (select 1 from fact f where f.office_id = e.office_id and f.entry_id = e.id)
    or not exists (select 1 from idempotency i where i.office_id = e.office_id
      and i.key ~ ('(^| )fault-' || (e.content->>'note') || '$') and i.status is not null)`

/** Looks into the database itself, beside the server that runs on it. */
export async function storedIn(dataFolder: string, officeId: string): Promise<Stored> {
  const { connections, stop } = await reachPostgres({ dataFolder })
  try {
    const asOffice = ['begin', `set local app.office = '${officeId}'`] as const
    const rows = await query<{ id: string }>(connections.owner, ...asOffice, "select content->>'note' as id from entry")
    const [counted] = await query<{ n: string }>(connections.owner, ...asOffice, halves)
    const [records] = await query<{ n: string }>(
      connections.owner,
      ...asOffice,
      "select count(*) as n from audit where outcome = 'done' and route = 'POST /api/registers/:register/entries'",
    )
    const unrecorded = Math.max(0, rows.length - Number(records?.n))
    return { ids: rows.map(({ id }) => id), halves: Number(counted?.n) + unrecorded }
  } finally {
    await stop()
  }
}
