import { statesOf } from '@guatu/core/fact'
import { stateWords } from '@guatu/core/office'
import type { Instant } from '@guatu/core/shared'
import { stateOf as paperStateOf, papersOf } from './approval/index.ts'
import { entriesWithCorrections, type KeptEntry } from './fact/index.ts'
import type { OpenItems, OpenOfUnit } from './office/index.ts'
import type { Tx } from './platform/db.ts'

const enteredBy = async (tx: Tx, officeId: string, officerId: string): Promise<string[]> =>
  (
    await tx
      .selectFrom('entry')
      .where('officeId', '=', officeId)
      .where('enteredBy', '=', officerId)
      .select('id')
      .execute()
  ).map(({ id }) => id)

function waitingAmong(rows: readonly KeptEntry[], all: readonly KeptEntry[], now: Instant) {
  const states = statesOf(all, now)
  return rows
    .map((row) => ({ row, state: states.get(row.id) ?? '' }))
    .filter(({ state }) => state === 'submitted' || state === 'returned')
    .map(({ row, state }) => ({
      kind: 'entry' as const,
      id: row.id,
      says: {
        zh: `${row.trueOn} 台账一行，${stateWords(state).zh}`,
        en: `a row of ${row.trueOn}, ${stateWords(state).en}`,
      },
    }))
}

/** What a unit leaves behind: rows of it that nobody has verified or that came back. */
export const openItemsOfUnit: OpenOfUnit = async (tx, officeId, unitId, { now }) => {
  const named = await tx
    .selectFrom('entry')
    .where('officeId', '=', officeId)
    .where('unitId', '=', unitId)
    .select('id')
    .execute()
  if (named.length === 0) return []
  const all = await entriesWithCorrections(
    tx,
    officeId,
    named.map(({ id }) => id),
  )
  const rows = all.filter((row) => row.unitId === unitId)
  return waitingAmong(rows, all, now).map(({ says }) => says)
}

const sourcesUnderReview = (tx: Tx, officeId: string, officerId: string) =>
  tx
    .selectFrom('source')
    .where('officeId', '=', officeId)
    .where('receivedBy', '=', officerId)
    .where('id', 'not in', (eb) =>
      eb.selectFrom('planVersion').where('planVersion.officeId', '=', officeId).select('planVersion.sourceId'),
    )
    .select(['id', 'title'])
    .orderBy('id')
    .execute()

const papersWaiting = async (tx: Tx, officeId: string, officerId: string) =>
  (await papersOf(tx, officeId, undefined)).filter(
    (paper) =>
      paper.enteredBy === officerId &&
      paper.replacedBy === null &&
      ['waiting', 'returned'].includes(paperStateOf(paper)),
  )

/** What a person leaves behind: own rows and signed papers that wait or came back, and sources still under review. */
export const openItemsOf: OpenItems = async (tx, officeId, officerId, now) => {
  const ids = await enteredBy(tx, officeId, officerId)
  const rows = ids.length > 0 ? await entriesWithCorrections(tx, officeId, ids) : []
  const own = rows.filter((row) => row.enteredBy === officerId)
  const sources = await sourcesUnderReview(tx, officeId, officerId)
  const papers = await papersWaiting(tx, officeId, officerId)
  return [
    ...waitingAmong(own, rows, now),
    ...sources.map(({ id, title }) => ({
      kind: 'source' as const,
      id,
      says: { zh: `《${title}》尚未采用`, en: `“${title}” not adopted yet` },
    })),
    ...papers.map((paper) => ({
      kind: 'paper' as const,
      id: paper.id,
      says: {
        zh: `纸质批示（${paper.shown.title.zh}），${stateWords(paperStateOf(paper)).zh}`,
        en: `a signed paper (${paper.shown.title.en}), ${stateWords(paperStateOf(paper)).en}`,
      },
    })),
  ]
}
