import { accept, reject } from '../../shared/index.ts'
import { rowProblems } from '../row-problems.ts'
import { type ColumnBase, type ColumnKind, type ColumnMore, noMistakes, readWords } from './base.ts'
import { isText } from './value.ts'

export interface DocumentNumberColumn extends ColumnBase {
  readonly kind: 'documentNumber'
}

/** 发文字号. */
export const documentNumber = (label: DocumentNumberColumn['label'], more: ColumnMore = {}): DocumentNumberColumn => ({
  kind: 'documentNumber',
  label,
  ...more,
})

// GB/T 9704-2012: who issues it, the year in hexagonal brackets, the number without 第 and without padding zeros.
// People type whatever brackets their keyboard has.
const form = /^([^\s〔〕［］[\]()（）【】]{1,40}?)[〔［[(（【](\d{4})[〕］\])）】](?:第)?0{0,4}([1-9]\d{0,5})号$/

/** A document number as GB/T 9704 prints it, `深宝府〔2023〕5号`; null where the words are none. */
export function documentNumberOf(words: string): string | null {
  const found = form.exec(words.replace(/\s/g, '').replace(/[０-９]/g, (digit) => digit.normalize('NFKC')))
  return found ? `${found[1]}〔${found[2]}〕${found[3]}号` : null
}

export const documentNumberKind: ColumnKind<DocumentNumberColumn> = {
  mistakes: noMistakes,
  read: readWords,
  check: ({ label }, value) => {
    if (!isText(value)) return reject(rowProblems('fact.value_misshapen', { column: label.zh }))
    const number = documentNumberOf(value)
    return number === null
      ? reject(rowProblems('fact.document_number_form', { column: label.zh, text: value.trim() }))
      : accept(number)
  },
}
