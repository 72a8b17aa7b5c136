import { tellsOfAPerson } from '../../shared/index.ts'

const personalHead =
  /(?:联系人|联络员|经办人|当事人|负责人|业主|学员|家长|户主)?(?:姓名|手机|电话|身份证|证件号|联系方式|住址|出生)|^(?:联系人|联络员|姓名|户主|当事人)$/
const officeLine = /(?:办公|单位|值班|服务|咨询|公开)电话|总机|座机/

/** Whether a column says by its head that it holds what a register may not keep of a person. */
export const isPersonalHead = (own: string): boolean => personalHead.test(own) && !officeLine.test(own)

const runs = /(?:\d[\s\-_.·‐-―]?){10,18}[\dXx]?/g

// The shortest of such numbers; most cells hold fewer digits and are told by that alone.
const digitsMin = 11
const elevenDigits = /(?:[\d０-９][^\d０-９]{0,2}){11}/

/**
 * Words without the numbers of persons in them, and whether there were any. Digits that still look like one after their
 * runs are covered take the whole cell with them.
 */
export function covered(words: string): { readonly words: string; readonly personal: boolean } {
  if (words.length < digitsMin || !elevenDigits.test(words) || !tellsOfAPerson(words)) return { words, personal: false }
  const masked = words.replace(runs, '＊＊＊')
  return { words: tellsOfAPerson(masked) ? '' : masked, personal: true }
}
