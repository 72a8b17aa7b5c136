import { covered } from '@guatu/core/shared'
import { m } from '../../words/index.ts'
import type { RegisterColumn } from './ColumnField.tsx'
import type { Offer } from './use-check.ts'

interface PersonalWords {
  readonly says: string
  /** The words with the number covered; none where nothing would be left of them. */
  readonly offer?: Offer
}

const freeKinds: readonly RegisterColumn['kind'][] = ['text', 'longText']

/** The columns of free words in which somebody's number seems to stand, each with the words without it. */
export const personalOffers = (
  columns: readonly Pick<RegisterColumn, 'id' | 'kind'>[],
  values: Readonly<Record<string, string>>,
): Readonly<Record<string, PersonalWords>> =>
  Object.fromEntries(
    columns
      .filter(({ kind }) => freeKinds.includes(kind))
      .flatMap(({ id }) => {
        const { words, personal } = covered(values[id] ?? '')
        if (!personal) return []
        const offer = words === '' ? {} : { offer: { text: words, says: m.entry_personal_cover() } }
        return [[id, { says: m.entry_personal(), ...offer }]]
      }),
  )
