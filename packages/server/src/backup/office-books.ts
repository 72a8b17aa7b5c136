import type { PaperNote } from '@guatu/contract'
import { type EntryState, isFilled, printed, type Register, statesOf } from '@guatu/core/fact'
import { clockOf, type Instant } from '@guatu/core/shared'
import { sql } from 'kysely'
import { rowAct } from '../fact/present.ts'
import { correctionsOfRegister, entriesInPieces, type KeptEntry } from '../fact/store.ts'
import type { Tx } from '../platform/db.ts'
import { papersBehind } from '../platform/papers.ts'
import type { Cell, Sheet } from '../platform/workbook.ts'

const stateLabels: Readonly<Record<string, string>> = {
  submitted: '待核实',
  verified: '已核实',
  returned: '已退回',
  withdrawn: '已撤回',
  corrected: '已更正',
}

// Fifteen digits are what a spreadsheet keeps; a longer number stays the text it is.
const numberOr = (text: string): Cell =>
  /^-?\d+(?:\.\d+)?$/.test(text) && text.replace(/\D/g, '').length <= 15 ? Number(text) : text

const inChina = (at: Instant | undefined): string => (at === undefined ? '' : clockOf(at))

async function peopleOf(tx: Tx, officeId: string): Promise<Map<string, string>> {
  const rows = await tx.selectFrom('officer').where('officeId', '=', officeId).select(['id', 'name']).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

interface Eyes {
  readonly state: EntryState | undefined
  readonly people: ReadonlyMap<string, string>
  readonly papers: ReadonlyMap<string, PaperNote>
}

function rowOf(register: Register, entry: KeptEntry, { state = 'submitted', people, papers }: Eyes): Cell[] {
  const cells = Object.entries(register.columns).map(([id, column]): Cell => {
    const value = entry.content[id]
    const text = isFilled(value) ? printed(column, value, 'people') : ''
    return column.kind === 'quantity' ? numberOr(text) : text
  })
  const verified = entry.events.findLast(({ kind }) => kind === 'verified')
  const by = [people.get(entry.enteredBy) ?? '', inChina(entry.knownAt)]
  const paper = papers.get(rowAct(entry.id, 'verified')) ?? papers.get(rowAct(entry.id, 'returned'))
  const checked = [people.get(verified?.by ?? '') ?? '', inChina(verified?.at), paper ? paperSays(paper) : '']
  return [...cells, stateLabels[state] ?? state, ...by, ...checked, entry.id, entry.corrects ?? '', entry.because]
}

/** A signed paper as documents name it. */
const paperSays = ({ signer, signedOn, number, enteredBy, confirmedBy }: PaperNote): string =>
  `纸质批示 ${[signer, signedOn, number].filter((part) => part !== '').join(' ')}（录入 ${enteredBy}，确认 ${confirmedBy}）`

// A correction may be corrected in its turn: every row that follows from one tells how that one stands.
const chainAfter = (
  id: string,
  corrections: ReadonlyMap<string | null, readonly KeptEntry[]>,
): readonly KeptEntry[] => {
  const chain = [...(corrections.get(id) ?? [])]
  for (const one of chain) chain.push(...(corrections.get(one.id) ?? []))
  return chain
}

const more = ['状态', '填报人', '填报时间', '核实人', '核实时间', '纸质批示', '编号', '更正的是', '更正原因']

/** A register as a sheet: every row that was ever entered, with what became of it, asked for as it is written. */
export async function registerSheet(tx: Tx, officeId: string, register: Register, now: Instant): Promise<Sheet> {
  const correcting = await correctionsOfRegister(tx, officeId, register.id)
  const corrections = Map.groupBy(correcting, ({ corrects }) => corrects)
  const ofCorrections = statesOf(correcting, now)
  const people = await peopleOf(tx, officeId)
  async function* rows() {
    for await (const entries of entriesInPieces(tx, officeId, register.id)) {
      const acts = entries.flatMap(({ id }) => [rowAct(id, 'verified'), rowAct(id, 'returned')])
      const papers = await papersBehind(tx, officeId, acts)
      for (const entry of entries) {
        const states =
          entry.corrects === null ? statesOf([entry, ...chainAfter(entry.id, corrections)], now) : ofCorrections
        const state = states.get(entry.id)
        yield rowOf(register, entry, { state, people, papers })
      }
    }
  }
  const heading = [...Object.values(register.columns).map(({ label }) => label.zh), ...more]
  return { name: register.label.zh, heading, rows: rows() }
}

interface PlanRow {
  readonly year: number
  readonly version: number
  readonly cells: (string | null)[]
}

const planHeading = [
  '任务',
  '名称',
  '原句',
  '牵头',
  '配合',
  '任务时限',
  '目标',
  '内容',
  '比较',
  '值',
  '单位',
  '目标时限',
]

/** Every version of every year's plan, a sheet each, one row a target or, where a task has none, a task. */
export async function planSheets(tx: Tx, officeId: string): Promise<Sheet[]> {
  const { rows } = await sql<PlanRow>`
    select t.year, t.version, array[t.number, t.title, t.sentence, array_to_string(t.lead, '、'),
      array_to_string(t.support, '、'), t.due, g.code, coalesce(g.event, g.subject), g.comparator,
      trim_scale(g.value)::text, g.printed_unit, g.due] as cells
    from task t left join target g on g.office_id = t.office_id and g.task_id = t.id and g.version = t.version
    where t.office_id = ${officeId} order by t.year, t.version, t.position, g.position`.execute(tx)
  const plans = [...new Set(rows.map(({ year, version }) => `${year}年第${version}版`))]
  return plans.map((name) => ({
    name,
    heading: planHeading,
    rows: rows.filter(({ year, version }) => `${year}年第${version}版` === name).map(({ cells }) => cells),
  }))
}
