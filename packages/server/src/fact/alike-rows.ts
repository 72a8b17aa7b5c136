import type * as contract from '@guatu/contract'
import { alikeTo, isText, type LikenessRules, nameColumnOf, type Register, statesOf } from '@guatu/core/fact'
import { withinOf } from '@guatu/core/office'
import { addDays, type Instant } from '@guatu/core/shared'
import { officersOf } from '../office/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Ask } from '../platform/http.ts'
import { papersOf } from './asking.ts'
import type { Found } from './detail.ts'
import { pageOf } from './list/page.ts'
import { noteShown, presentEntry } from './present.ts'
import { entriesWithCorrections, type KeptEntry } from './store.ts'

const comparedMax = 500

/** The words that tell a row: what it is called, and what its key says at length where that is all there is. */
function titleOf(register: Register, { content }: KeptEntry): string {
  const atLength = register.key.filter((id) => register.columns[id]?.kind === 'longText')
  const said = [nameColumnOf(register) ?? '', ...atLength].flatMap((id) => {
    const value = content[id]
    return value !== undefined && isText(value) && value !== '' ? [value] : []
  })
  return said[0] ?? ''
}

/** The rows near a row's day that may say the same, as whoever asks may see them; a version of the row itself is none. */
export async function alikeRows(
  tx: Tx,
  ask: Pick<Ask, 'office' | 'seat' | 'within'>,
  { register, entry }: Found,
  { rules, now }: { readonly rules: LikenessRules; readonly now: Instant },
): Promise<contract.AlikeRows> {
  const officeId = ask.office.id
  const [from, to] = [addDays(entry.trueOn, -rules.daysMax), addDays(entry.trueOn, rules.daysMax)]
  const near = await pageOf(tx, {
    officeId,
    register,
    query: { each: 'row', way: 'up', limit: comparedMax, from, to },
    asOf: { on: to, knownAt: now },
    within: [ask.within(), withinOf(register.access.read, ask.seat)],
    unitId: null,
    due: null,
    targets: [],
  })
  const ids = near.ok ? near.value.ids : []
  const versions = await entriesWithCorrections(tx, officeId, ids)
  const states = statesOf(versions, now)
  const isOpen = ({ id }: KeptEntry) => ['submitted', 'verified'].includes(states.get(id) ?? '')
  const others = versions
    .filter((row) => ids.includes(row.id) && row.rootId !== entry.rootId && isOpen(row))
    .map((row) => ({ id: row.id, on: row.trueOn, title: titleOf(register, row), row }))
  const found = alikeTo({ id: entry.id, on: entry.trueOn, title: titleOf(register, entry) }, others, rules)
  const people = await officersOf(tx, officeId)
  const papers = await papersOf(
    tx,
    officeId,
    found.map(({ row }) => row.row),
    now,
  )
  const eyes = { knownAt: now, states, people, seat: ask.seat, papers, amongOthers: true }
  const alike = found.map(({ row, percent }) => ({ entry: presentEntry(register, row.row, versions, eyes), percent }))
  noteShown(
    tx,
    register,
    alike.map(({ entry: shown }) => shown),
  )
  return { alike }
}
