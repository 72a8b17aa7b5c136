import { assert } from '../shared/index.ts'
import { mistakesBetween, mistakesIn } from './register/mistakes.ts'
import type { Register } from './register/register.ts'

/** Checks a declaration when the program starts; mistakes stop the start, naming register, column and remedy. */
export function register(declared: Register): Register {
  const mistakes = mistakesIn(declared)
  assert(mistakes.length === 0, mistakes.map((mistake) => `register ${declared.id}: ${mistake}`).join('\n'))
  return declared
}

/** Checks what registers say of one another, and hands them on in their order. */
export function registersTogether<const R extends readonly Register[]>(registers: R): R {
  const mistakes = mistakesBetween(registers)
  assert(mistakes.length === 0, mistakes.join('\n'))
  return registers
}
