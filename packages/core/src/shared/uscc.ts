// GB 32100-2015: 31 signs, the digits and the letters without I, O, S, V and Z; each place weighs three times the one
// before, modulo 31.
const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** How many signs a 统一社会信用代码 has. */
export const usccLength = 18
/** Whether text has the signs of a 统一社会信用代码, whatever its check digit says. */
export const hasUsccForm = (code: string): boolean => /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)

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
export const isUscc = (code: string): boolean => hasUsccForm(code) && checkSignOf(code.slice(0, -1)) === code.at(-1)
