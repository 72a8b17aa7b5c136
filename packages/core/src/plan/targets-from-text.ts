import { type Span, spanOf } from '../shared/index.ts'
import { whyContext } from './classify/index.ts'
import type { ContextRule } from './classify/rule.ts'
import { dateBehind, dateIn, type OwnDate } from './due-in.ts'
import { type FigureCell, figureCell, isPastColumn, isUnitCell, rowsOf } from './figure-cells.ts'
import { type Flat, flatten } from './flat.ts'
import { layoutOf } from './layout.ts'
import { clausesOf, setsGoals } from './modes.ts'
import type { ContextReading, Doubt, TargetReading } from './plan.ts'
import { type PromisedNumber, promisedNumbers } from './promises.ts'
import type { Passage, QuantityReading, QuantityScope } from './quantity-scope.ts'
import { eachSeen, type Seen } from './seen.ts'

/** A passage, flat, with where it belongs. */
interface Place {
  readonly flat: Flat
  readonly passage: Passage
  readonly figure: FigureCell | null
  readonly year: number | null
}

const opensPlan =
  /安排|思路|打算|部署|(?:预期|工作|总体|年度|主要|发展|奋斗)目标|目标任务|工作计划|工作要点|重点工作|工作任务|下一步|举措|实事/
// Rules that a person may well see otherwise.
const uncertain: ReadonlySet<string> = new Set([
  'named things under way',
  'length or area of a named work',
  'cost of a named project',
  'Chinese numeral that counts nothing promised',
])

const startsPlan = (passage: Passage, words: string): boolean =>
  passage.kind === 'body' || (passage.kind === 'heading' && opensPlan.test(words))

function placed({ flat }: Place, start: number, end: number): Span {
  return spanOf(flat.at(start), flat.at(end - 1) + 1)
}

function contextReading(place: Place, seen: Seen, why: ContextRule): ContextReading {
  const at = placed(place, seen.mention.start, seen.mention.end)
  const doubts: readonly Doubt[] = uncertain.has(why.name) ? [{ code: 'plan.may_be_target', at }] : []
  return { at, task: place.passage.task, rule: why.name, kind: why.kind, doubts }
}

function doubtsOf({ seen, subject, carried }: PromisedNumber, at: Span): readonly Doubt[] {
  const doubts: Doubt[] = []
  if (subject.length < 2) doubts.push({ code: 'plan.subject_unclear', at })
  if (seen.mention.unitKind === 'none') doubts.push({ code: 'plan.unit_missing', at })
  if (seen.mention.script === 'chinese' && seen.mention.unitKind !== 'rate')
    doubts.push({ code: 'plan.number_in_words', at })
  if (carried) doubts.push({ code: 'plan.basis_carried_over', at })
  return doubts
}

function targetReading(place: Place, promised: PromisedNumber): TargetReading {
  const { mention } = promised.seen
  const at = placed(place, mention.start, mention.end)
  const { cell } = place.passage
  const own: OwnDate | null =
    dateBehind(promised.seen.after, place.year) ??
    dateIn(promised.seen.before, place.year) ??
    (cell ? dateIn(cell.head, place.year) : null)
  return {
    at,
    task: place.passage.task,
    rule: promised.seen.clause.mode === 'forward' ? 'promised and checkable' : 'promised',
    doubts: [...doubtsOf(promised, at), ...(own?.noSuchDay ? [{ code: 'plan.due_no_such_day', at } as const] : [])],
    comparator: promised.comparator,
    value: mention.value,
    valueTo: mention.valueTo,
    unit: mention.unit === '' ? 'ratio' : mention.unit,
    printedUnit: mention.printedUnit,
    basis: promised.basis,
    subject: promised.subject,
    stretch: promised.stretch,
    down: promised.down,
    due: own?.due ?? null,
  }
}

function readPassage(place: Place, begun: boolean): { targets: TargetReading[]; context: ContextReading[] } {
  const { text } = place.flat
  const layout = layoutOf(text)
  const { kind } = place.passage
  const fixed = kind === 'review' || kind === 'pastCell' || isPastColumn(place.passage, place.year)
  const mode = fixed || (kind === 'frame' && !begun) ? 'past' : 'forward'
  const clauses = clausesOf(text, layout, { mode, fixed, year: place.year })
  const promises: Seen[] = []
  const context: ContextReading[] = []
  eachSeen({ text, layout, clauses, passage: kind, figure: place.figure }, (seen) => {
    const why = whyContext(seen)
    if (why) context.push(contextReading(place, seen, why))
    else promises.push(seen)
    return why === null
  })
  const targets = promisedNumbers(promises).map((promised) => targetReading(place, promised))
  return { targets, context }
}

/**
 * Reads every numeric mention of a report: the promised ones as targets, the others as context with the rule that
 * decided. Both are in text order. Numbers in cells of serial numbers are no mentions. Linear in the text.
 */
export function readQuantities(text: string, scope: QuantityScope): QuantityReading {
  const targets: TargetReading[] = []
  const context: ContextReading[] = []
  let begun = false
  const rows = rowsOf(scope.passages)
  for (const passage of scope.passages) {
    if (passage.kind === 'serialCell' || isUnitCell(passage)) continue
    const flat = flatten(text, passage.at)
    begun ||= startsPlan(passage, flat.text)
    const figure = passage.cell ? figureCell(text, passage, rows.get(passage.cell.row) ?? []) : null
    const read = readPassage({ flat, passage, figure, year: scope.year }, begun)
    begun ||= passage.kind === 'frame' && setsGoals(flat.text)
    for (const target of read.targets) targets.push(target)
    for (const each of read.context) context.push(each)
  }
  return { targets, context, doubts: [...targets, ...context].flatMap(({ doubts }) => doubts) }
}
