import { checkRow, factsOf, type OfficeContext, type Register, type RowValues } from '@guatu/core/fact'
import { evaluate, figuresOf, type SeenFact } from '@guatu/core/indicator'
import { day, endOfDay, shownExact } from '@guatu/core/shared'
import { indicators, measures } from '../../indicators/index.ts'
import { registers } from '../index.ts'

export const today = day('2023-12-31')
export const office: OfficeContext = {
  today,
  units: new Set(['城管办', '经济服务办', '城建办', '土地整备中心', '查违办']),
  communities: new Set(['和平', '塘尾']),
  targets: new Set(),
  area: null,
  hasRow: (_, id) => /^r\d+$/.test(id),
}

export const registerOf = (id: string): Register => {
  const found = registers.find((one) => one.id === id)
  if (!found) throw new Error(`no register ${id}`)
  return found
}

export const files = (...classes: readonly ('E1' | 'E2' | 'E3' | 'E4' | 'E5')[]) =>
  classes.map((one, at) => ({ id: `f${at}`, class: one }))

export type Written = readonly [register: string, row: RowValues, state: string | null]

/** What is wrong with a row, as `column problem`; empty where its register takes it. */
export function problemsOf([id, row, state]: Written): readonly string[] {
  const checked = checkRow(registerOf(id), row, office, state)
  return checked.ok ? [] : checked.problems.map(({ column, problem }) => `${column} ${problem.code}`)
}

/** What a row says, as `measure quantity`, with what evidence it lacks behind it. */
export const saidBy = ([id, values, state]: Written): readonly string[] =>
  factsOf(registerOf(id), { values, state, today }).map(({ serves, quantity, lacks }) =>
    [Object.values(serves)[0], quantity, ...(lacks.length > 0 ? [`缺${lacks.join('、')}`] : [])].join(' '),
  )

const seen = ([id, values, state]: Written, at: number): readonly SeenFact[] =>
  factsOf(registerOf(id), { values, state, today }).map(({ serves, subject, quantity, trueOn, lacks }, i) => ({
    id: `${at}-${i}`,
    entryId: String(at),
    measure: Object.values(serves)[0] as string,
    subject,
    quantity,
    trueOn,
    knownAt: endOfDay(trueOn),
    lacks,
    state: 'verified',
    newest: true,
    ofCommunity: false,
  }))

/** The number that rows make of an indicator on a day, to so many places, or the words why there is none. */
export function numberOf(id: string, on: string, rows: readonly Written[], places = 1): string {
  const indicator = indicators.find((one) => one.id === id)
  if (!indicator) throw new Error(`no indicator ${id}`)
  const { value, says } = evaluate(indicator.of, {
    figures: figuresOf(rows.flatMap(seen)),
    measures,
    window: { from: day(`${on.slice(0, 4)}-01-01`), to: day(on) },
    trust: 'verified',
  })
  return value ? shownExact(value, places) : says.zh
}
