import { rowSchemaOf } from '@guatu/core/fact'
import type { Ask } from '../platform/http.ts'
import { mayEver } from './access.ts'
import type { Registers } from './registers.ts'

/** The schemas of the rows that whoever asks may see, by register. */
export const rowSchemasOf =
  ({ all }: Registers) =>
  async ({ seat }: Pick<Ask, 'seat'>): Promise<ReadonlyMap<string, object>> =>
    new Map(
      all.filter((register) => mayEver(register, 'read', seat)).map((register) => [register.id, rowSchemaOf(register)]),
    )
