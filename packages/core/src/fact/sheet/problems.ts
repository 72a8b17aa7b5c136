import { catalogue } from '../../shared/index.ts'

interface OfHead {
  readonly column: string
}
interface Written extends OfHead {
  readonly text: string
}

/** What may be wrong with a cell or a row of a sheet, before its register has looked at it. */
export const sheetProblems = catalogue({
  'sheet.date_invalid': {
    kind: 'invalid',
    says: (f: Written) => ({
      zh: `「${f.column}」里的「${f.text}」不是日历上的一天（一个月）。`,
      en: `“${f.text}” in “${f.column}” is no day or month of the calendar.`,
    }),
    next: { zh: '请写成 2023-06-30（月份写成 2023-06）。', en: 'Write it as 2023-06-30, a month as 2023-06.' },
  },
  'sheet.date_imprecise': {
    kind: 'invalid',
    says: (f: Written) => ({
      zh: `「${f.column}」里的「${f.text}」没有写到日。`,
      en: `“${f.text}” in “${f.column}” does not name the day.`,
    }),
    next: { zh: '请补上是哪一天。', en: 'Add the day.' },
  },
  'sheet.date_out_of_period': {
    kind: 'invalid',
    says: (f: Written & { year: number }) => ({
      zh: `「${f.column}」里的「${f.text}」不在这本台账的${f.year}年。`,
      en: `“${f.text}” in “${f.column}” is not in ${f.year}, the year of this ledger.`,
    }),
    next: {
      zh: '请核对年份；不是这一年的，放到那一年的台账里。',
      en: 'Check the year, or move the row to its own year.',
    },
  },
  'sheet.number_invalid': {
    kind: 'invalid',
    says: (f: Written) => ({
      zh: `「${f.column}」里的「${f.text}」不是一个确定的数。`,
      en: `“${f.text}” in “${f.column}” is no exact number.`,
    }),
    next: { zh: '请写成数字，例如 300；没有就留空。', en: 'Write digits, or leave it empty.' },
  },
  'sheet.unit_other': {
    kind: 'invalid',
    says: (f: Written & { unit: string }) => ({
      zh: `「${f.column}」按${f.unit}计，「${f.text}」的单位换算不了。`,
      en: `“${f.column}” is counted in ${f.unit}; the unit of “${f.text}” cannot be converted.`,
    }),
    next: { zh: '请换算成这一栏的单位。', en: 'Convert it to the unit of the column.' },
  },
  'sheet.ambiguous_percent': {
    kind: 'invalid',
    says: (f: Written) => ({
      zh: `「${f.column}」里的「${f.text}」分不清是百分之几还是比值。`,
      en: `“${f.text}” in “${f.column}” may be a percentage or a ratio.`,
    }),
    next: { zh: '请写上百分号，例如 91.2%。', en: 'Write it with its sign: 91.2%.' },
  },
  'sheet.formula_error': {
    kind: 'invalid',
    says: (f: Written) => ({
      zh: `「${f.column}」里的公式出错（${f.text}）。`,
      en: `The formula in “${f.column}” failed (${f.text}).`,
    }),
    next: {
      zh: '请在表里改好公式，或直接写数字，存盘后再导入。',
      en: 'Repair it or write the figure, and save the file.',
    },
  },
  'sheet.duplicate': {
    kind: 'invalid',
    says: (f: { first: number }) => ({
      zh: `和本表第${f.first}行是同一条，只取先出现的一行。`,
      en: `The same as row ${f.first} of this sheet, which stands first.`,
    }),
    next: { zh: '确是两回事的，请把名称写出区别。', en: 'If they are two things, name them apart.' },
  },
  'sheet.ledger_number_unknown': {
    kind: 'invalid',
    says: (f: { text: string; register: string }) => ({
      zh: `「${f.register}」里没有编号「${f.text}」。`,
      en: `“${f.register}” has no row of the number “${f.text}”.`,
    }),
    next: {
      zh: '请核对编号；新的一行留空，由系统编号；不是系统编的号，这一栏不要读入。',
      en: 'Check it; leave it empty for a new row, which gets its number here; do not read in numbers from elsewhere.',
    },
  },
  'sheet.ledger_number_fallen': {
    kind: 'invalid',
    says: (f: { text: string }) => ({
      zh: `编号「${f.text}」的那一行已经退回或撤回。`,
      en: `The row of the number “${f.text}” was returned or withdrawn.`,
    }),
    next: {
      zh: '退回的请在台账里更正；要另填一行，编号留空。',
      en: 'Correct a returned row in the ledger; leave the number empty to enter another row.',
    },
  },
  'sheet.personal': {
    kind: 'invalid',
    says: (f: OfHead) => ({
      zh: `「${f.column}」里像是有身份证号或手机号，没有读入。`,
      en: `“${f.column}” seems to hold an identity or mobile number; it was not read.`,
    }),
    next: { zh: '请删去号码后再导入。', en: 'Remove the number and import again.' },
  },
})
