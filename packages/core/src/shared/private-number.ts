import { isUscc } from './uscc.ts'

// An identity number has 18 places, an older one 15; a mobile number has 11. A spreadsheet may have turned either into a
// number, and people write spaces and dashes into both.
const identity = /(?<!\d)(?:\d{17}[\dX]|\d{15})(?!\d)/i
const mobile = /(?<!\d)(?:\+?86)?1[3-9]\d{9}(?!\d)/
// Cards of 银联 begin with 62 and have 16 to 19 places; those of other nets have 16. The last place proves the others
// (ISO/IEC 7812-1), which numbers of papers and contracts seldom do.
const cards = /(?<!\d)(?:62\d{14,17}|4\d{15}|5[1-5]\d{14})(?!\d)/g

function provesItself(card: string): boolean {
  const doubled = [...card].toReversed().map((digit, at) => (at % 2 === 0 ? Number(digit) : Number(digit) * 2))
  return doubled.reduce((sum, digit) => sum + (digit > 9 ? digit - 9 : digit), 0) % 10 === 0
}

const holdsCard = (joined: string): boolean => [...joined.matchAll(cards)].some(([card]) => provesItself(card))

/** Whether words hold what looks like somebody's identity number, mobile number or bank card. */
export function holdsPrivateNumber(words: string): boolean {
  const joined = words.normalize('NFKC').replace(/[\s\-_.·‐-―]/g, '')
  return identity.test(joined) || mobile.test(joined) || holdsCard(joined)
}

// The code of an enterprise may be all digits and looks like an identity number then; it has no day of birth in it.
const candidate = /[0-9A-HJ-NPQRTUWXY]{18}/g
const bornOn = /^\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/

/** Whether words hold what looks like a number of a person. Codes of enterprises may stand in them. */
export const tellsOfAPerson = (words: string): boolean =>
  holdsPrivateNumber(words.replace(candidate, (code) => (isUscc(code) && !bornOn.test(code) ? '|' : code)))

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
