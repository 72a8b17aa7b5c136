import {
  type Column,
  type Condition,
  choice,
  community,
  type Feed,
  longText,
  type Retention,
  text,
  unit,
  units,
} from '@guatu/core/fact'
import { day, decimal, type Threshold, threshold, type Words } from '@guatu/core/shared'

export type Columns = Readonly<Record<string, Column>>

/** What a thing is called, in both languages of the office. */
export const say = (zh: string, en: string): Words => ({ zh, en })

/** 任务书: the domain books, by tasks; each mark in brackets is the book's own, [C] certain to [A] assumed. */
export const book1 = (section: string): string => `任务书 1–36 ${section}`
export const book2 = (section: string): string => `任务书 37–62 ${section}`

/** A figure of the books that an office may set otherwise, with where it stands and how sure the book is of it. */
export const parameter = (id: string, label: Words, unit: string, value: number | string, source: string): Threshold =>
  threshold({ id, label, unit, values: [{ from: day('2000-01-01'), value: decimal(value), source }] })

/** 办理时限: within how many working days, days of a period set by law, days, hours or minutes a move is to be made. */
export const limit = (
  id: string,
  value: number,
  unit: 'workday' | 'legalDay' | 'day' | 'hour' | 'minute',
  source: string,
): Threshold => parameter(id, say('办理时限', 'Time limit'), unit, value, source)

/** 保存期限 of the books, all of them assumed: years from the day in a column, and what becomes of the row then. */
export const keptFor = (id: string, years: number, from: string, ends: Retention['ends'] = 'archive'): Retention => ({
  years: parameter(`${id}.kept`, say('保存年限', 'Years kept'), 'year', years, book2('§C 保存期限 [A]')),
  from,
  ends,
})

/** A row says one of a measure, on the day or at the moment of a column, where all of the conditions hold. */
export const countsOne = (
  datedBy: string,
  measure: string,
  zh: string,
  en: string,
  ...conditions: readonly Condition[]
): Feed => ({ gives: 'one', datedBy, serves: { measure }, says: say(zh, en), when: { all: conditions } })

/** Columns that only rows of some kind are asked for. */
export const asked = (askedWhen: Condition, columns: Columns): Columns =>
  Object.fromEntries(Object.entries(columns).map(([id, column]) => [id, { ...column, askedWhen }]))

/** Where a row belongs and who answers for it: the head of every register (both books, base record). */
export const belonging: Columns = {
  community: community(say('所属社区', 'Community'), { required: true }),
  grid: text(say('网格', 'Grid'), 40),
  leadUnit: unit(say('牵头部门', 'Lead unit'), { required: true }),
  coUnits: units(say('配合部门', 'Supporting units')),
  ownerPost: text(say('责任岗位', 'Post in charge'), 60),
}

/** How a row came to us, and what else there is to say: the foot of every register. */
export const provenance: Columns = {
  origin: choice(say('数据来源', 'Origin'), [
    ['manual', '手工填报', 'Typed'],
    ['excelImport', '表格导入', 'Imported sheet'],
    ['api', '接口', 'Interface'],
    ['officialBulletin', '官方通报', 'Official bulletin'],
    ['enterpriseReport', '企业报送', 'Enterprise report'],
  ]),
  originRef: text(say('来源编号', 'Reference at the origin'), 64),
  remark: longText(say('备注', 'Remark'), 2000),
}
