import { accept, reject } from '../../shared/index.ts'
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

// GB 32100-2015: 31 signs, the digits and the letters without I, O, S, V and Z; each place weighs three times the one
// before, modulo 31.
const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const usccLength = 18
const form = /^[0-9A-HJ-NPQRTUWXY]{18}$/

/** The last sign that 17 others ask for. They must be of the alphabet. */
export function checkSignOf(first17: string): string {
  let sum = 0
  let weight = 1
  for (const sign of first17) {
    sum += signs.indexOf(sign) * weight
    weight = (weight * 3) % signs.length
  }
  return signs[(signs.length - (sum % signs.length)) % signs.length] ?? ''
}

/** Whether text is a code of GB 32100-2015, in capitals, its check digit included. */
export const isUscc = (code: string): boolean => form.test(code) && checkSignOf(code.slice(0, -1)) === code.at(-1)

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
      form.test(code)
        ? rowProblems('fact.uscc_check', { column: label.zh, text: code })
        : rowProblems('fact.uscc_form', { column: label.zh, text: code, length: usccLength }),
    )
  },
}
