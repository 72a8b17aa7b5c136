import { factProblems, type OwnColumn, type Register, withOwnColumns } from '@guatu/core/fact'
import { accept, type Result, reject } from '@guatu/core/shared'
import type { Tx } from '../platform/db.ts'
import { chainsOf, type OwnStep, ownSteps, stepsMade } from './own/store.ts'

/** The registers that an office works with: those of the program, with the columns that it has added itself. */
export interface Registers {
  /** As the program declares them. */
  readonly declared: readonly Register[]
  readonly all: (tx: Tx, officeId: string) => Promise<readonly Register[]>
  /** The register of a name, where the office keeps one. */
  readonly of: (tx: Tx, officeId: string, id: string) => Promise<Result<Register>>
}

interface Composed {
  readonly made: number
  readonly registers: readonly Register[]
}

/** How many offices' registers are held ready; the one that was longest there makes room. */
const officesHeld = 500

/** The columns that are in force, without those whose first step still waits. */
const inForce = (steps: readonly OwnStep[]): readonly OwnColumn[] =>
  chainsOf(steps).flatMap(({ inForce: own }) => (own ? [own] : []))

function compose(declared: readonly Register[], steps: readonly OwnStep[]): readonly Register[] {
  const byRegister = Map.groupBy(steps, ({ register }) => register)
  return declared.map((register) => {
    const own = inForce(byRegister.get(register.id) ?? [])
    return own.length === 0 ? register : withOwnColumns(register, own)
  })
}

export function registersOf(declared: readonly Register[]): Registers {
  const held = new Map<string, Composed>()

  async function all(tx: Tx, officeId: string): Promise<readonly Register[]> {
    const made = await stepsMade(tx, officeId)
    if (made === 0) return declared
    const known = held.get(officeId)
    if (known?.made === made) return known.registers
    const registers = compose(declared, await ownSteps(tx, officeId))
    const [oldest] = held.keys()
    if (held.size >= officesHeld && oldest !== undefined) held.delete(oldest)
    held.set(officeId, { made, registers })
    return registers
  }

  const of = async (tx: Tx, officeId: string, id: string): Promise<Result<Register>> => {
    const register = (await all(tx, officeId)).find((one) => one.id === id)
    return register ? accept(register) : reject(factProblems('fact.register_unknown', { register: id }))
  }
  return { declared, all, of }
}
