// Crockford's letters: none is taken for another when a slip of paper is read aloud or typed.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** How many random bytes a code is made of: 80 bits, beyond guessing even from a stolen table. */
export const codeBytes = 10

/** The code that random bytes stand for, as it is printed: four groups of four, `7K3M-…`. */
export function codeOf(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const text = (bits.match(/.{5}/g) ?? []).map((five) => letters.charAt(Number.parseInt(five, 2))).join('')
  return (text.match(/.{4}/g) ?? []).join('-')
}

const readAs: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' }

/** A code as somebody typed it, without what does not matter: case, hyphens, spaces, full-width letters, O for 0. */
export const plainCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[OIL]/g, (letter) => readAs[letter] ?? letter)
