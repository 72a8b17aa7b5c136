import * as contract from '@guatu/contract'
import { factProblems, isFilled, printed, type Register, statesOf } from '@guatu/core/fact'
import { stateWords, type Thing } from '@guatu/core/office'
import { accept, type Day, dayOf, type Instant, type Result, reject } from '@guatu/core/shared'
import { z } from 'zod'
import { type Approval, type Approved, approval, shownLine } from '../platform/approval.ts'
import type { Tx } from '../platform/db.ts'
import { refusedBy } from './access.ts'
import { judging, type RegisterOf, thingOf, writerOf } from './asking.ts'
import { type Feedable, feedablesIn } from './feedable.ts'
import { isForHandlers, rowAct } from './present.ts'
import { byId, withEvent } from './standing.ts'
import { entriesWithCorrections, type KeptEntry } from './store.ts'
import { verifyEntries } from './verify-entries.ts'

const byRegister = z.object({ register: z.string().max(60) })
const verified = z.object({
  verified: z.int(),
  refused: z.array(z.object({ id: z.string(), problem: contract.problem })),
})

interface Row {
  readonly entry: KeptEntry
  readonly state: string
}

async function rowsOf(tx: Tx, officeId: string, now: Instant, ids: readonly string[]): Promise<Result<Row[]>> {
  const versions = await entriesWithCorrections(tx, officeId, ids)
  const [byId, states] = [new Map(versions.map((entry) => [entry.id, entry])), statesOf(versions, now)]
  const found: Row[] = []
  for (const id of [...new Set(ids)].sort()) {
    const [entry, state] = [byId.get(id), states.get(id)]
    if (!entry || !state) return reject(factProblems('fact.entry_unknown', {}))
    found.push({ entry, state })
  }
  return accept(found)
}

// A row names its target by an id; people know it by its code.
const valuesOf = (register: Register, { content }: KeptEntry, targets: readonly Feedable[]) =>
  Object.entries(register.columns).flatMap(([id, column]) => {
    // More people read a paper than handle the row.
    if (isForHandlers(register, column)) return []
    const held = content[id]
    const text = isFilled(held) ? printed(column, held, 'people') : ''
    const value = column.kind === 'target' ? (targets.find((target) => target.id === text)?.code ?? text) : text
    return [{ label: column.label, value }]
  })

/** Rows as a paper shows them and keeps them, without what is for those who handle the row alone. */
export function linesOf(register: Register, rows: readonly Row[], targets: readonly Feedable[]): Approved['lines'] {
  const [only] = rows
  if (only && rows.length === 1)
    return [
      ...valuesOf(register, only.entry, targets).map(({ label, value }) => shownLine(label.zh, label.en, value)),
      shownLine('状态', 'state', stateWords(only.state)),
    ]
  return rows.map(({ entry, state }, i) => {
    const said = valuesOf(register, entry, targets).map(({ value }) => value)
    const inWords = (word: string) => [...said, word].filter((part) => part !== '').join(' ')
    const { zh, en } = stateWords(state)
    return shownLine(`第${i + 1}行`, `row ${i + 1}`, { zh: inWords(zh), en: inWords(en) })
  })
}

/** Rows as they are shown to whoever approves them or has approved them on paper. */
async function showRows(
  tx: Tx,
  { office, now }: Parameters<Approval['show']>[0],
  registerOf: RegisterOf,
  ids: readonly string[],
): Promise<Result<Approved>> {
  const rows = await rowsOf(tx, office.id, now, ids)
  if (!rows.ok) return rows
  const register = await registerOf(tx, office.id, rows.value[0]?.entry.register ?? '')
  if (!register.ok) return register
  const entries = rows.value.map(({ entry }) => entry)
  const { zh, en } = register.value.label
  const days = entries.map((entry): Day => dayOf(entry.knownAt)).sort()
  return accept({
    title: { zh: `${zh}${entries.length}行`, en: `${en}, rows: ${entries.length}` },
    lines: register.value.access.restricted
      ? [shownLine('内容', 'content', { zh: '限制知悉，这里不显示', en: 'restricted, not shown here' })]
      : linesOf(register.value, rows.value, await feedablesIn(tx, office.id, now)),
    version: entries.reduce((sum, entry) => sum + entry.events.length + 1, 0),
    since: days.at(-1) ?? dayOf(now),
    things: entries.map((entry): Thing => thingOf(entry)),
  })
}

const seenBy = 'GET /api/registers/:register/entries'

/** The approvals of rows: one person enters, another verifies or returns. */
export function factApprovals(registerOf: RegisterOf): readonly Approval[] {
  return [
    approval({
      route: 'POST /api/registers/:register/verify',
      params: byRegister,
      body: contract.verifyEntries,
      reply: verified,
      seenBy,
      show: (ask, tx) => showRows(tx, ask, registerOf, ask.body.ids),
      work: async (ask, tx) => {
        const register = await registerOf(tx, ask.office.id, ask.params.register)
        if (!register.ok) return register
        const permitOf = ask.permitEach()
        const permit = (entry: KeptEntry, state: string) => {
          // A row of another register is not there behind this door.
          if (entry.register !== register.value.id) return factProblems('fact.entry_unknown', {})
          return refusedBy(register.value, 'verify', ask.seat, thingOf(entry)) ?? permitOf(thingOf(entry, state))
        }
        const alone = await judging(tx, ask, ask.body.ids)
        return accept(await verifyEntries(tx, writerOf(alone), ask.seat.name, ask.body.ids, permit))
      },
      refusedIn: ({ refused }) => refused[0]?.problem ?? null,
      acts: ({ body }) => body.ids.map((id) => rowAct(id, 'verified')),
    }),
    approval({
      route: 'POST /api/entries/:id/return',
      params: byId,
      body: contract.returnEntry,
      reply: contract.entry,
      seenBy,
      show: async (ask, tx) => {
        const shown = await showRows(tx, ask, registerOf, [ask.params.id])
        if (!shown.ok) return shown
        const lines = [...shown.value.lines, shownLine('退回原因', 'reason for returning', ask.body.because)]
        return accept({ ...shown.value, lines })
      },
      work: withEvent(registerOf, 'returned'),
      acts: ({ params }) => [rowAct(params.id, 'returned')],
    }),
  ]
}
