import { rowSchemaOf } from '@guatu/core/fact'
import type { Tx } from '../platform/db.ts'
import type { Ask } from '../platform/http.ts'
import { mayEver } from './access.ts'
import type { Registers } from './registers.ts'

/** The schemas of the rows that whoever asks may see, by register. */
export const rowSchemasOf =
  ({ all }: Registers) =>
  async ({ office, seat }: Pick<Ask, 'office' | 'seat'>, tx: Tx): Promise<ReadonlyMap<string, object>> =>
    new Map(
      (await all(tx, office.id))
        .filter((register) => mayEver(register, 'read', seat))
        .map((register) => [register.id, rowSchemaOf(register)]),
    )
