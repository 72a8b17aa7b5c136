import { accept, type Result, reject, type Words } from '../../shared/index.ts'
import { factProblems } from '../problems.ts'
import { rowProblems } from '../row-problems.ts'
import { type ColumnBase, type ColumnKind, type ColumnMore, noMistakes } from './base.ts'
import { partsOf } from './typed.ts'
import { isText, isTextList, type OfficeContext, type Value } from './value.ts'

export interface Option {
  readonly value: string
  readonly label: Words
}

/** One of a list, or with `choices` several of it. */
export interface ChoiceColumn extends ColumnBase {
  readonly kind: 'choice' | 'choices'
  readonly options: readonly Option[]
}

export interface YesNoColumn extends ColumnBase {
  readonly kind: 'yesNo'
}

/** One thing to choose: what is kept, and what it is called. */
type Listed = readonly [value: string, zh: string, en: string]
const optionsOf = (listed: readonly Listed[]): readonly Option[] =>
  listed.map(([value, zh, en]) => ({ value, label: { zh, en } }))

export const choice = (label: Words, listed: readonly Listed[], more: ColumnMore = {}): ChoiceColumn => ({
  kind: 'choice',
  label,
  options: optionsOf(listed),
  ...more,
})
export const choices = (label: Words, listed: readonly Listed[], more: ColumnMore = {}): ChoiceColumn => ({
  kind: 'choices',
  label,
  options: optionsOf(listed),
  ...more,
})
export const yesNo = (label: Words, more: ColumnMore = {}): YesNoColumn => ({ kind: 'yesNo', label, ...more })

/** The option of that value or that Chinese name. */
export const optionFor = ({ options }: ChoiceColumn, words: string): Option | undefined =>
  options.find((option) => option.value === words || option.label.zh === words)

const repeated = (list: readonly string[]): string | undefined => list.find((one, at) => list.indexOf(one) !== at)

function mistakes({ options }: ChoiceColumn): readonly Words[] {
  if (options.length < 2)
    return [
      {
        zh: '选项不到两个，请补上，或改成是否、文字',
        en: 'has fewer than two options; add them, or make it a yes/no or a text',
      },
    ]
  const twice = repeated(options.map(({ value }) => value)) ?? repeated(options.map(({ label }) => label.zh))
  return twice === undefined
    ? []
    : [{ zh: `选项「${twice}」写了两次，请删去或改名`, en: `has the option ${twice} twice; remove or rename one` }]
}

function check(column: ChoiceColumn, value: Value, _office: OfficeContext): Result<Value> {
  const label = column.label.zh
  if (column.kind === 'choice' ? !isText(value) : !isTextList(value))
    return reject(rowProblems('fact.value_misshapen', { column: label }))
  const words = (isText(value) ? [value] : isTextList(value) ? value : []).map((one) => one.trim())
  const found = words.map((one) => optionFor(column, one)?.value)
  const unknown = words.find((_, at) => found[at] === undefined)
  if (unknown !== undefined) return reject(factProblems('fact.choice_unknown', { column: label, text: unknown }))
  const chosen = [...new Set(found.filter((one) => one !== undefined))]
  return accept(column.kind === 'choice' ? (chosen[0] ?? '') : chosen)
}

function read(column: ChoiceColumn, typed: string): Result<Value> {
  const words = typed.trim()
  const keptAs = (word: string) => optionFor(column, word)?.value ?? word
  // A label may hold what separates a list.
  const parts = optionFor(column, words) ? [words] : partsOf(words)
  return accept(column.kind === 'choice' ? keptAs(words) : parts.map(keptAs))
}

export const choiceKind: ColumnKind<ChoiceColumn> = { mistakes, read, check }

const yes = ['是', '有', '对', '√', '✓', '✔', '1', 'y', 'yes', 'true']
const no = ['否', '无', '没有', '不是', '×', '✗', '✘', '0', 'n', 'no', 'false']

export const yesNoKind: ColumnKind<YesNoColumn> = {
  mistakes: noMistakes,
  read: ({ label }, typed) => {
    const word = typed.normalize('NFKC').trim().toLowerCase()
    if (yes.includes(word)) return accept(true)
    if (no.includes(word)) return accept(false)
    return reject(rowProblems('fact.yes_no_unreadable', { column: label.zh, text: typed.trim() }))
  },
  check: ({ label }, value) =>
    typeof value === 'boolean' ? accept(value) : reject(rowProblems('fact.value_misshapen', { column: label.zh })),
}
