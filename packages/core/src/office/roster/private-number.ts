// An identity number has 18 places, an older one 15; a mobile number has 11. A spreadsheet may have turned either into a
// number, and people write spaces and dashes into both.
const identity = /(?<!\d)(?:\d{17}[\dX]|\d{15})(?!\d)/i
const mobile = /(?<!\d)(?:\+?86)?1[3-9]\d{9}(?!\d)/

/** Whether words hold what looks like somebody's identity or mobile number. */
export function holdsPrivateNumber(words: string): boolean {
  const joined = words.normalize('NFKC').replace(/[\s\-_.·‐-―]/g, '')
  return identity.test(joined) || mobile.test(joined)
}
