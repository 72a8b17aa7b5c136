import { type Span, spanOf } from '../shared/index.ts'
import { dueOfCell } from './deadlines.ts'
import { flatten } from './flat.ts'
import type { Block } from './outline/blocks.ts'
import { type FoundOwner, ownersIn, shares } from './owners.ts'
import type { DeadlineReading, OwnerReading } from './plan.ts'

/** The tails of a task that name its owners, one after the other, by offsets into the report. */
export function tailsOf(text: string, blocks: readonly Block[]): FoundOwner[] {
  const tails: FoundOwner[] = []
  for (const tail of blocks.flatMap(({ pieces }) => pieces).flatMap((piece) => tailsIn(text, piece))) {
    const before = tails.at(-1)
    if (before && goesOn(text, before, tail)) tails[tails.length - 1] = merged(before, tail)
    else tails.push(tail)
  }
  return tails
}

/** Where a piece was broken over lines its words are read joined, and every offset is found again. */
function tailsIn(text: string, piece: Span): FoundOwner[] {
  const words = text.slice(piece.start, piece.end)
  if (!words.includes('\n')) return ownersIn(words).map((tail) => placed(tail, (index) => piece.start + index))
  const flat = flatten(text, piece)
  return ownersIn(flat.text).map((tail) => placed(tail, flat.at))
}

function placed(tail: FoundOwner, at: (index: number) => number): FoundOwner {
  const place = (span: { start: number; end: number }) => ({ start: at(span.start), end: at(span.end - 1) + 1 })
  return { ...tail, ...place(tail), deadline: tail.deadline && place(tail.deadline) }
}

/** 牵头单位 on one line and 责任单位 on the next are one tail. */
const goesOn = (text: string, before: FoundOwner, tail: FoundOwner): boolean =>
  !before.bracketed && !tail.bracketed && /^[\s。；;]*$/.test(text.slice(before.end, tail.start))

const merged = (before: FoundOwner, tail: FoundOwner): FoundOwner => ({
  start: before.start,
  end: tail.end,
  lead: [...before.lead, ...tail.lead],
  answer: [...before.answer, ...tail.answer],
  support: [...before.support, ...tail.support],
  leaders: [...before.leaders, ...tail.leaders],
  deadline: before.deadline ?? tail.deadline,
  bracketed: false,
})

/** What a tail says: who answers, and by when where it says so. */
export function readTail(
  text: string,
  tail: FoundOwner,
  task: string | null,
  { year, firstLeads }: { readonly year: number | null; readonly firstLeads: boolean },
): { owner: OwnerReading; deadlines: DeadlineReading[] } {
  const { lead, support } = shares(tail.lead, tail.answer, tail.support, firstLeads)
  const at = spanOf(tail.start, tail.end)
  const owner: OwnerReading = { at, task, rule: 'named in a tail', doubts: [], lead, support, leaders: tail.leaders }
  const due = tail.deadline && dueOfCell(text.slice(tail.deadline.start, tail.deadline.end), year)
  if (!due || !tail.deadline) return { owner, deadlines: [] }
  const dueAt = spanOf(tail.deadline.start, tail.deadline.end)
  return { owner, deadlines: [{ at: dueAt, task, rule: 'labelled deadline', doubts: [], due }] }
}
