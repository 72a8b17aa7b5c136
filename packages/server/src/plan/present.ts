import type * as contract from '@guatu/contract'
import {
  countsOf,
  isUncheckable,
  missingNumbers,
  type ReadingCode,
  type Review,
  type ReviewItem,
  remarksUnder,
} from '@guatu/core/plan'
import type { Words } from '@guatu/core/shared'
import type { Source, UnderReview } from './source-store.ts'

/** The words of a remark, a doubt or a kind of context by its code. */
export type WordsFor = (code: ReadingCode) => Words

const itemOf = (item: ReviewItem, wordsFor: WordsFor): contract.Review['items'][number] => {
  const doubts = item.doubts.map((doubt) => ({ code: doubt.code, says: wordsFor(doubt.code), at: doubt.at }))
  const { key, task, state, rule, at, subject, due } = item
  const shared = { key, task, state, rule, at, subject, due, doubts }
  if (item.kind === 'milestone') return { ...shared, kind: 'milestone', event: item.event }
  const { comparator, value, valueTo, unit, printedUnit, basis, stretch, down } = item
  return { ...shared, kind: 'target', comparator, value, valueTo, unit, printedUnit, basis, stretch, down }
}

/** A source under review as the screen shows it. */
export function presentReview(
  { source, sameFiles, reading, review, adoptedAs }: UnderReview,
  wordsFor: WordsFor,
): contract.Review {
  const counts = countsOf(review.items)
  const remarks = remarksUnder(reading.remarks, review)
  const uncheckable = new Map(remarks.filter(isUncheckable).map(({ task, code }) => [task, wordsFor(code)]))
  return {
    id: source.id,
    year: source.year,
    sourceKind: source.kind,
    title: source.title,
    fileName: source.fileName,
    datedOn: source.datedOn,
    sameFiles: [...sameFiles],
    version: review.version,
    adoptedAs,
    text: source.report.text,
    areas: reading.areas.map((area) => ({ ...area })),
    tasks: review.tasks.map(({ key, number, area, title, at, lead, support, leaders, due, dropped }) => ({
      key,
      number,
      area,
      title,
      at,
      lead: [...lead],
      support: [...support],
      leaders: [...leaders],
      due,
      uncheckable: uncheckable.get(key) ?? null,
      dropped,
    })),
    items: review.items.map((item) => itemOf(item, wordsFor)),
    context: reading.context.map((c) => ({
      kind: 'context',
      key: `c${c.at.start}-${c.at.end}`,
      task: c.task,
      at: c.at,
      why: wordsFor(`context.${c.kind}`),
    })),
    remarks: remarks.map((remark) => ({
      code: remark.code,
      says: wordsFor(remark.code),
      at: remark.at,
      task: remark.task,
    })),
    announced: reading.announced,
    missing: missingNumbers({ announced: reading.announced, tasks: review.tasks.filter(isKept) }),
    counts,
    canUndo: review.canUndo,
    setAside: review.setAside,
  }
}

const isKept = ({ dropped }: Pick<Review['tasks'][number], 'dropped'>): boolean => dropped === null

export const presentSource = (
  source: Omit<Source, 'report'>,
  { tasks, version, setAside }: Pick<Review, 'tasks' | 'version' | 'setAside'>,
  adoptedAs: number | null,
): contract.SourceRow => ({
  id: source.id,
  year: source.year,
  sourceKind: source.kind,
  title: source.title,
  fileName: source.fileName,
  datedOn: source.datedOn,
  series: source.series,
  version,
  adoptedAs,
  receivedAt: source.receivedAt,
  tasks: tasks.filter(isKept).length,
  setAside: setAside !== null,
})
