import type { PaperNote } from '@guatu/contract'
import {
  type Column,
  type EntryState,
  isFilled,
  isText,
  isTextList,
  ledgerNumber,
  maskedPhone,
  nameColumnOf,
  namesIn,
  printed,
  type Register,
  statesOf,
  type Value,
} from '@guatu/core/fact'
import { clockOf, type Instant } from '@guatu/core/shared'
import { sql } from 'kysely'
import { correctionsOfRegister, entriesInPieces, feedablesIn, type KeptEntry, rowAct } from '../fact/index.ts'
import type { Tx } from '../platform/db.ts'
import { papersBehind } from '../platform/papers.ts'
import type { Cell, Sheet } from '../platform/workbook.ts'
import { leavingColumns } from './kept-back.ts'

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

/** What a row of a register, or a target where that is null, is called. */
type NameOf = (register: string | null, id: string) => string

interface Eyes {
  readonly state: EntryState | undefined
  readonly people: ReadonlyMap<string, string>
  readonly papers: ReadonlyMap<string, PaperNote>
  readonly nameOf: NameOf
}

const figures = ['quantity', 'money', 'percentage']

/** A cell as people write it: choices by their labels, rows and targets by the names that they go by. */
function cellOf(column: Column, value: Value | undefined, nameOf: NameOf): Cell {
  if (!isFilled(value)) return ''
  if (column.kind === 'phone' && isText(value)) return maskedPhone(value)
  const register = column.kind === 'target' ? null : 'register' in column ? column.register : undefined
  const named = register === undefined ? value : withNames(value, (id) => nameOf(register, id))
  const text = printed(column, named, 'people')
  return figures.includes(column.kind) ? numberOr(text) : text
}

const withNames = (value: Value, nameOf: (id: string) => string): Value =>
  isText(value) ? nameOf(value) : isTextList(value) ? value.map(nameOf) : value

function rowOf(register: Register, entry: KeptEntry, { state = 'submitted', people, papers, nameOf }: Eyes): Cell[] {
  const cells = leavingColumns(register).map(([id, column]) => cellOf(column, entry.content[id], nameOf))
  const status = register.lifecycle ? [register.lifecycle.states[entry.status ?? '']?.label.zh ?? ''] : []
  const verified = entry.events.findLast(({ kind }) => kind === 'verified')
  const by = [entry.bySystem ?? people.get(entry.enteredBy) ?? '', inChina(entry.knownAt)]
  const paper = papers.get(rowAct(entry.id, 'verified')) ?? papers.get(rowAct(entry.id, 'returned'))
  const checked = [people.get(verified?.by ?? '') ?? '', inChina(verified?.at), paper ? paperSays(paper) : '']
  return [
    ledgerNumber(register, entry.number),
    ...cells,
    ...status,
    stateLabels[state] ?? state,
    ...by,
    ...checked,
    entry.id,
    entry.corrects ?? '',
    entry.because,
  ]
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

const more = ['核实状态', '填报人', '填报时间', '核实人', '核实时间', '纸质批示', '编号', '更正的是', '更正原因']

interface Called {
  readonly id: string
  readonly name: string
}

/** What the rows that these rows refer to are called; one whose name another row has too goes by its id. */
async function namesBehind(
  tx: Tx,
  officeId: string,
  register: Register,
  registers: readonly Register[],
  entries: readonly KeptEntry[],
): Promise<ReadonlyMap<string, string>> {
  const named = Map.groupBy(
    entries.flatMap(({ content }) => namesIn(register, content)).filter((one) => one.register !== null),
    (one) => one.register ?? '',
  )
  const found = new Map<string, string>()
  for (const [of, all] of named) {
    const column = nameColumnOf(registers.find(({ id }) => id === of))
    const ids = [...new Set(all.flatMap(({ names }) => names))]
    if (column === null) continue
    const { rows } = await sql<Called>`
      with called as (
        select distinct on (root_id) root_id as id, content ->> ${sql.lit(column)} as name from entry
        where office_id = ${officeId} and register = ${of} order by root_id, known_at desc, id desc)
      select id, name from called where id = any(${sql.val(ids)}::uuid[])
        and name <> '' and name in (select name from called group by name having count(*) = 1)`.execute(tx)
    for (const { id, name } of rows) found.set(`${of} ${id}`, name)
  }
  return found
}

/** A register as a sheet: every row that was ever entered, with what became of it, asked for as it is written. */
export async function registerSheet(
  tx: Tx,
  officeId: string,
  register: Register,
  registers: readonly Register[],
  now: Instant,
): Promise<Sheet> {
  const targets = new Map((await feedablesIn(tx, officeId, now)).map(({ id, code }) => [id, code]))
  const correcting = await correctionsOfRegister(tx, officeId, register.id)
  const corrections = Map.groupBy(correcting, ({ corrects }) => corrects)
  const ofCorrections = statesOf(correcting, now)
  const people = await peopleOf(tx, officeId)
  async function* rows() {
    for await (const entries of entriesInPieces(tx, officeId, register.id)) {
      const acts = entries.flatMap(({ id }) => [rowAct(id, 'verified'), rowAct(id, 'returned')])
      const papers = await papersBehind(tx, officeId, acts)
      const names = await namesBehind(tx, officeId, register, registers, entries)
      const nameOf: NameOf = (of, id) => (of === null ? targets.get(id) : names.get(`${of} ${id}`)) ?? id
      for (const entry of entries) {
        const states =
          entry.corrects === null ? statesOf([entry, ...chainAfter(entry.id, corrections)], now) : ofCorrections
        const state = states.get(entry.id)
        yield rowOf(register, entry, { state, people, papers, nameOf })
      }
    }
  }
  const status = register.lifecycle ? ['状态'] : []
  const heading = ['台账编号', ...leavingColumns(register).map(([, { label }]) => label.zh), ...status, ...more]
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
