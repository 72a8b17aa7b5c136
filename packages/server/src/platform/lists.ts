import { sql } from 'kysely'

/** One column of many rows, to be cast to the list's type. */
export const listOf = <T>(rows: readonly T[], of: (row: T) => string | number | null) => sql.val(rows.map(of))
