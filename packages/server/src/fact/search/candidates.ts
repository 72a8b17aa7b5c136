import type { Within } from '@guatu/core/office'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import { allBits, type Bits, blockSize, both, either, noBits, placesOf, unpacked, without } from './blocks.ts'
import { enteredTag, registerTag, unitTag } from './tags.ts'

/** Where candidates are looked for, so that few are looked up in vain. Who sees a row is asked of the row itself. */
export interface Scope {
  /** The grams that a version has to have; at least one. */
  readonly grams: readonly string[]
  readonly within: Within
  /** Registers of which less is seen; null where nothing is. */
  readonly apart: readonly { readonly register: string; readonly within: Within | null }[]
}

const tagsOf = ({ units, enteredBy }: Within): readonly string[] => [
  ...units.map(unitTag),
  ...(enteredBy === null ? [] : [enteredTag(enteredBy)]),
]

type BitsOf = (word: string) => Bits

const reached = (bitsOf: BitsOf, within: Within): Bits =>
  within.all ? allBits() : tagsOf(within).map(bitsOf).reduce(either, noBits())

function inBlock(bitsOf: BitsOf, { grams, within, apart }: Scope): readonly number[] {
  const found = grams.map(bitsOf).reduce(both, reached(bitsOf, within))
  const closed = apart.map(({ register, within: less }) =>
    less === null ? bitsOf(registerTag(register)) : without(bitsOf(registerTag(register)), reached(bitsOf, less)),
  )
  return placesOf(closed.reduce(without, found)).toReversed()
}

const wordsAsked = ({ grams, within, apart }: Scope): readonly string[] => [
  ...new Set([
    ...grams,
    ...tagsOf(within),
    ...apart.flatMap(({ register, within: less }) => [registerTag(register), ...(less ? tagsOf(less) : [])]),
  ]),
]

async function placesByBlock(
  tx: Tx,
  officeId: string,
  words: readonly string[],
  { from, to }: { readonly from: number; readonly to: number },
): Promise<ReadonlyMap<number, ReadonlyMap<string, Buffer>>> {
  const { rows } = await sql<{ word: string; block: number; places: Buffer }>`
    select word, block, places from search_word
    where office_id = ${officeId} and word = any(${sql.val([...words])}::text[]) and block >= ${from} and block < ${to}`.execute(
    tx,
  )
  const blocks = Map.groupBy(rows, ({ block }) => block)
  return new Map([...blocks].map(([block, of]) => [block, new Map(of.map(({ word, places }) => [word, places]))]))
}

const blocksFirst = 4

/** The places in the index that a scope has, the newest first, as long as somebody asks for more. */
export async function* candidates(tx: Tx, officeId: string, versions: number, scope: Scope): AsyncGenerator<number> {
  const words = wordsAsked(scope)
  let to = Math.ceil(versions / blockSize)
  // What everybody writes is found in the newest blocks; for what is rare, few and long ways to the database are best.
  for (let blocks = blocksFirst; to > 0; blocks *= 4) {
    const from = Math.max(0, to - blocks)
    const kept = await placesByBlock(tx, officeId, words, { from, to })
    for (let block = to - 1; block >= from; block -= 1) {
      const ofBlock = kept.get(block)
      const bitsOf = (word: string): Bits => {
        const places = ofBlock?.get(word)
        return places ? unpacked(places) : noBits()
      }
      if (scope.grams.every((gram) => ofBlock?.has(gram)))
        for (const place of inBlock(bitsOf, scope)) yield block * blockSize + place
    }
    to = from
  }
}
