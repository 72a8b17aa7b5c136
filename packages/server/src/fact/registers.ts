import { factProblems, type Register } from '@guatu/core/fact'
import { accept, type Result, reject } from '@guatu/core/shared'

/** The registers that the office works with. */
export interface Registers {
  readonly all: readonly Register[]
  /** The register of a name, where the office keeps one. */
  readonly of: (id: string) => Result<Register>
}

export function registersOf(all: readonly Register[]): Registers {
  const known = new Map(all.map((register) => [register.id, register]))
  const of = (id: string): Result<Register> => {
    const register = known.get(id)
    return register ? accept(register) : reject(factProblems('fact.register_unknown', { register: id }))
  }
  return { all, of }
}
