import type * as contract from '@guatu/contract'
import { gramsAsked, searchWords } from '@guatu/core/shared'
import { findRows, type Registers } from '../fact/index.ts'
import { type PlanSearch, planSearch } from '../plan/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Ask } from '../platform/http.ts'

/** So many of a kind are shown: who does not find it among them types more. */
const hitsMax = 8

/** A kind of thing that is looked up elsewhere, as whoever asks may see it. */
export type Finder = (
  tx: Tx,
  ask: Ask,
  asked: { readonly words: readonly string[]; readonly limit: number },
) => Promise<contract.SearchGroup>

/** 检索 over plan, rows and papers, each as whoever asks sees it in its own place. */
export function searchOver(registers: Registers, findPapers: Finder) {
  const plans: PlanSearch = planSearch()
  return async (tx: Tx, ask: Ask, typed: string): Promise<contract.SearchFound> => {
    const words = searchWords(typed)
    const asked = { typed, words, limit: hitsMax }
    const within = ask.within()
    if (gramsAsked(words).length === 0) return { words: [...words], tooShort: true, groups: [], behind: null }
    const { office, now } = ask
    const inPlan = await plans.find(tx, { ...asked, officeId: office.id, now })
    const rows = await findRows(tx, { ...ask, within }, await registers.all(tx, office.id), asked)
    const papers = await findPapers(tx, ask, asked)
    const ofRows = { kind: 'row' as const, hits: [...rows.hits], more: rows.more }
    return {
      words: [...words],
      tooShort: false,
      groups: [
        ...inPlan.filter(({ kind }) => kind !== 'source'),
        ofRows,
        ...inPlan.filter(({ kind }) => kind === 'source'),
        papers,
      ].filter(({ hits }) => hits.length > 0),
      behind: rows.behind,
    }
  }
}
