import { accept, holdsPrivateNumber, reject } from '../../shared/index.ts'
import { rowProblems } from '../row-problems.ts'
import { type ColumnBase, type ColumnKind, type ColumnMore, noMistakes, readWords } from './base.ts'
import { isText } from './value.ts'

export interface PhoneColumn extends ColumnBase {
  readonly kind: 'phone'
}

/** 办公电话: the line of an office or the switchboard of an enterprise, never the mobile of a person. */
export const phone = (label: PhoneColumn['label'], more: ColumnMore = {}): PhoneColumn => ({
  kind: 'phone',
  label,
  ...more,
})

const officeLine = /^(?:(0\d{2,3})-?)?([2-9]\d{6,7})(?:-(\d{1,6}))?$/
const serviceLine = /^(?:400-?\d{3}-?\d{4}|1[0-2]\d{3})$/

/** A work line as it is kept, `0755-27101234-803`; null where the words are none. */
function workLineOf(words: string): string | null {
  const plain = words
    .normalize('NFKC')
    .replace(/[（(]?(0\d{2,3})[)）]/, '$1-')
    .replace(/(?:转|ext\.?)/i, '-')
    .replace(/[‐-―]/g, '-')
    .replace(/\s/g, '')
  if (serviceLine.test(plain)) return plain
  const found = officeLine.exec(plain)
  return found ? [found[1], found[2], found[3]].filter((part) => part !== undefined).join('-') : null
}

/** A number as lists and exports show it: the four digits before the last two are covered. */
export const maskedPhone = (number: string): string => number.replace(/\d{4}(?=\d{2}(?:-\d{1,6})?$)/, '****')

export const phoneKind: ColumnKind<PhoneColumn> = {
  mistakes: noMistakes,
  read: readWords,
  check: ({ label }, value) => {
    if (!isText(value)) return reject(rowProblems('fact.value_misshapen', { column: label.zh }))
    if (holdsPrivateNumber(value)) return reject(rowProblems('fact.phone_of_a_person', { column: label.zh }))
    const line = workLineOf(value)
    return line === null
      ? reject(rowProblems('fact.phone_form', { column: label.zh, text: value.trim() }))
      : accept(line)
  },
}
