import { accept, hasUsccForm, isUscc, reject, usccLength } from '../../shared/index.ts'
import { rowProblems } from '../row-problems.ts'
import { type ColumnBase, type ColumnKind, type ColumnMore, noMistakes, readWords } from './base.ts'
import { isText } from './value.ts'

export interface UsccColumn extends ColumnBase {
  readonly kind: 'uscc'
}

/** 统一社会信用代码. */
export const uscc = (label: UsccColumn['label'], more: ColumnMore = {}): UsccColumn => ({
  kind: 'uscc',
  label,
  ...more,
})

const confused: Readonly<Record<string, string>> = { O: '0', I: '1', S: '5', Z: '2' }

/** The code that somebody meant who wrote O for 0, I for 1, S for 5 or Z for 2, where the check digit bears it out. */
function meant(code: string): string | null {
  const plain = code.replace(/[OISZ]/g, (sign) => confused[sign] ?? sign)
  return plain !== code && isUscc(plain) ? plain : null
}

export const usccKind: ColumnKind<UsccColumn> = {
  mistakes: noMistakes,
  read: readWords,
  check: ({ label }, value) => {
    if (!isText(value)) return reject(rowProblems('fact.value_misshapen', { column: label.zh }))
    const code = value.normalize('NFKC').replace(/\s/g, '').toUpperCase()
    if (isUscc(code)) return accept(code)
    const offered = meant(code)
    if (offered) return reject(rowProblems('fact.uscc_confused', { column: label.zh, text: code, offered }))
    return reject(
      hasUsccForm(code)
        ? rowProblems('fact.uscc_check', { column: label.zh, text: code })
        : rowProblems('fact.uscc_form', { column: label.zh, text: code, length: usccLength }),
    )
  },
}
