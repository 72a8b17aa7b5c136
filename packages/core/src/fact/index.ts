export * from './check-row.ts'
export * from './columns/base.ts'
export { choice, choices, yesNo } from './columns/choice.ts'
export { coordinates, type PlaceConversion, withPlaces } from './columns/coordinates.ts'
export { documentNumber } from './columns/document-number.ts'
export { evidence } from './columns/evidence.ts'
export { geometryJson } from './columns/geometry-text.ts'
export { type Column, unitOfColumn } from './columns/index.ts'
export { count, money, percentage, quantity } from './columns/number.ts'
export { maskedPhone, phone } from './columns/phone.ts'
export {
  communities,
  community,
  communityWords,
  outsideTheOffice,
  row,
  rows,
  streetLevel,
  target,
  unit,
  units,
} from './columns/reference.ts'
export { longText, text } from './columns/text.ts'
export { date, moment, month } from './columns/time.ts'
export { uscc } from './columns/uscc.ts'
export * from './columns/value.ts'
export * from './counted.ts'
export * from './deltas.ts'
export * from './entry.ts'
export * from './ledger-number.ts'
export * from './likeness.ts'
export * from './place/area.ts'
export * from './place/read-area.ts'
export * from './place/read-communities.ts'
export * from './printed.ts'
export * from './problems.ts'
export * from './read-row.ts'
export { type Bounds, type BoundsInForce, boundsOn, boundsWords, implausible } from './register/bounds.ts'
export type { ColumnProblem } from './register/check-rule.ts'
export type { Condition } from './register/condition.ts'
export { type Due, dueOf, type Standing } from './register/due.ts'
export { factsOf, type SaidFact } from './register/facts-of.ts'
export type { Feed } from './register/feed.ts'
export { type ImpliedState, impliedState, statesToEnterAt } from './register/implied.ts'
export { type Lifecycle, limitFor, type Move, state } from './register/lifecycle.ts'
export * from './register/own.ts'
export type { Access, Register, Retention } from './register/register.ts'
export type { Rule } from './register/rule.ts'
export { conditionWords, retentionWords } from './register/words.ts'
export { type WorkCalendar, workCalendar, workdayOn } from './register/work-calendar.ts'
export * from './register.ts'
export * from './rhythm.ts'
export { rowProblems } from './row-problems.ts'
export { rowSchemaOf } from './row-schema.ts'
export * from './said-in-row.ts'
export * from './sheet/index.ts'
