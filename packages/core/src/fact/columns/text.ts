import { accept, reject, tellsOfAPerson, type Words } from '../../shared/index.ts'
import { factProblems } from '../problems.ts'
import { rowProblems } from '../row-problems.ts'
import type { ColumnBase, ColumnKind, ColumnMore } from './base.ts'
import { isText } from './value.ts'

/** A word of the register, and what people call it. */
export interface NamedWord {
  readonly value: string
  readonly label: Words
}

interface TextMore extends ColumnMore {
  readonly forms?: readonly string[]
  readonly named?: readonly NamedWord[]
}

export interface TextColumn extends ColumnBase {
  readonly kind: 'text' | 'longText'
  /** In characters. */
  readonly maxLength: number
  /** What codes look like: 9 stands for a digit, A for a capital letter, all else for itself. One of them fits. */
  readonly forms?: readonly string[]
  /** Words that have a name: the name is read as the word, and the word is shown by its name. Others stay as they are. */
  readonly named?: readonly NamedWord[]
}

// A sheet leaves out blanks, and what stands in brackets behind the name.
const bare = (words: string): string =>
  words
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replace(/\([^()]*\)$/, '')

/** The word that is meant by its name, or by itself. */
export const wordNamed = ({ named = [] }: TextColumn, words: string): NamedWord | undefined =>
  named.find(({ value, label }) => value === words || bare(label.zh) === bare(words))

export const text = (label: TextColumn['label'], maxLength: number, more: TextMore = {}): TextColumn => ({
  kind: 'text',
  label,
  maxLength,
  ...more,
})
export const longText = (label: TextColumn['label'], maxLength: number, more: ColumnMore = {}): TextColumn => ({
  kind: 'longText',
  label,
  maxLength,
  ...more,
})

export const isTooLong = ({ maxLength }: TextColumn, words: string): boolean => words.length > maxLength

const isDigit = (sign: string): boolean => sign >= '0' && sign <= '9'
const isCapital = (sign: string): boolean => sign >= 'A' && sign <= 'Z'

const fits = (words: string, form: string): boolean =>
  words.length === form.length &&
  Array.from(form).every((asked, at) => {
    const sign = words[at] ?? ''
    if (asked === '9') return isDigit(sign)
    return asked === 'A' ? isCapital(sign) : sign === asked
  })

const unfit = ({ forms }: TextColumn, words: string): boolean =>
  forms !== undefined && !forms.some((form) => fits(words, form))

/** Free words: never longer than declared, and never with the number of a person in them. */
export const textKind: ColumnKind<TextColumn> = {
  read: (column, typed) => {
    const words = typed.trim()
    return accept(wordNamed(column, words)?.value ?? words)
  },
  mistakes: ({ maxLength, forms }) => [
    ...(Number.isInteger(maxLength) && maxLength > 0
      ? []
      : [
          {
            zh: `最多${maxLength}个字不行，请给一个大于0的整数`,
            en: `maxLength is ${maxLength}; give a whole number above 0`,
          },
        ]),
    ...(forms?.length === 0
      ? [
          {
            zh: '说了有格式却一种也没写，请写一种或者去掉',
            en: 'has forms, but none is named; name one or leave them out',
          },
        ]
      : []),
    ...(forms?.some((form) => form.length > maxLength)
      ? [{ zh: '有一种格式比最多字数还长，请放宽字数', en: 'has a form longer than maxLength; raise it' }]
      : []),
  ],
  check: (column, value) => {
    const label = column.label.zh
    if (!isText(value)) return reject(rowProblems('fact.value_misshapen', { column: label }))
    const words = value.trim()
    if (isTooLong(column, words))
      return reject(factProblems('fact.text_too_long', { column: label, max: column.maxLength }))
    if (unfit(column, words))
      return reject(rowProblems('fact.text_form', { column: label, text: words, form: column.forms?.join('、') ?? '' }))
    return tellsOfAPerson(words) ? reject(rowProblems('fact.personal_number', { column: label })) : accept(words)
  },
}
