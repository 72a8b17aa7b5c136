import {
  isFilled,
  moveTo,
  printed,
  type Register,
  type RowText,
  rowProblems,
  statesOf,
  statusNamed,
} from '@guatu/core/fact'
import { accept, type Result, reject } from '@guatu/core/shared'
import type { Draft } from '../draft.ts'
import { recordDrafts } from '../record-entries.ts'
import type { Refusal } from '../sift.ts'
import { entriesWithCorrections, type KeptEntry } from '../store.ts'

import { again, type Fate, type Keeping, lastStanding, parted, refusedWith, type SheetRowText, spread } from './fate.ts'

/** The step that takes a row to where its sheet says it stands: null where it stands there. */
function stepTo(
  { register, duties, writer: { today } }: Keeping,
  { status, content: values }: KeptEntry,
  said: string | undefined,
): Result<string | null> {
  const { lifecycle } = register
  const to = said === undefined ? status : statusNamed(register, said)
  if (!lifecycle || status === null || to === status || to === null) return accept(null)
  const labelOf = (id: string) => lifecycle.states[id]?.label.zh ?? id
  if (!Object.hasOwn(lifecycle.states, to)) return reject(rowProblems('fact.status_unknown', { status: to }))
  const move = moveTo(register, to, { values, state: status, duties, today })
  if (move === null) return reject(rowProblems('fact.status_unreached', { from: labelOf(status), to: labelOf(to) }))
  const declared = lifecycle.moves[move]
  return declared?.because ? reject(rowProblems('fact.reason_needed', { move: declared.label.zh })) : accept(move)
}

/** Whether a row of a sheet says what stands already; columns that the sheet lacks say nothing. */
function saysTheSame(
  { columns }: Register,
  row: RowText,
  values: KeptEntry['content'],
  { content }: KeptEntry,
): boolean {
  return Object.keys(row).every((id) => {
    const [column, kept, said] = [columns[id], content[id], values[id]]
    if (!column) return false
    const [before, now] = [kept, said].map((value) => (isFilled(value) ? printed(column, value) : ''))
    return before === now
  })
}

// A key that is taken by another row handed in together with it.
const besideIt = /^row (\d+)$/

/** The row of this sheet that took the key before; undefined where it was there before the sheet. */
function firstOf(
  standing: readonly string[],
  rows: readonly SheetRowText[],
  brought: ReadonlyMap<string, number>,
): number | undefined {
  const firsts = standing.map((root) => {
    const beside = besideIt.exec(root)?.[1]
    return beside ? rows[Number(beside) - 1]?.sheetRow : brought.get(root)
  })
  return firsts.find((first) => first !== undefined)
}

type Taken = Refusal & Required<Pick<Refusal, 'taken'>>
export const isTaken = (refusal: Refusal): refusal is Taken => refusal.taken !== undefined

interface Standing {
  readonly at: number
  readonly text: RowText
  readonly entry: KeptEntry
  readonly move: string | null
}

/** Rows whose key is taken: by a row of this sheet, by one that says the same, or by one that they correct. */
export async function correcting(
  keeping: Keeping,
  rows: readonly SheetRowText[],
  taken: readonly Taken[],
  fates: Fate[],
): Promise<void> {
  const { tx, writer, register, targets, recording, brought } = keeping
  const roots = [...new Set(taken.flatMap(({ taken: { by } }) => by.filter((root) => !besideIt.test(root))))]
  const chains = Map.groupBy(await entriesWithCorrections(tx, writer.officeId, roots), ({ rootId }) => rootId)
  const states = statesOf([...chains.values()].flat(), writer.now)
  const changed: Standing[] = []
  for (const refusal of taken) {
    const at = refusal.row - 1
    const row = rows[at]
    if (!row) continue
    const { by, values } = refusal.taken
    const [root = ''] = by
    const first = firstOf(by, rows, brought)
    const entry = lastStanding(chains.get(root) ?? [], states)
    if (first !== undefined) fates[at] = again(first)
    else if (!entry || by.length > 1) fates[at] = refusedWith(refusal)
    else {
      const { text, status } = parted(row)
      const step = stepTo(keeping, entry, status)
      if (!step.ok) fates[at] = refusedWith({ problem: step.problem, problems: [] })
      else if (step.value === null && saysTheSame(register, text, values, entry))
        fates[at] = {
          became: 'same',
          entryId: entry.id,
          problem: null,
          column: '',
          stands: { values: entry.content, status: entry.status },
        }
      else changed.push({ at, text, entry, move: step.value })
    }
    brought.set(root, row.sheetRow)
  }
  const drafts = changed.map(
    ({ text, entry, move }): Draft => ({
      text,
      corrects: entry,
      base: entry.content,
      status: (move === null ? null : register.lifecycle?.moves[move]?.to) ?? entry.status,
      move,
    }),
  )
  const done = await recordDrafts(tx, writer, register, drafts, targets, recording)
  spread(
    changed.map(({ at }) => at),
    done,
    'changed',
    fates,
  )
}
