import type * as contract from '@guatu/contract'
import { type Column, conditionWords, isRetired, type Register, unitOfColumn } from '@guatu/core/fact'
import { grantsFor } from '@guatu/core/office'
import { officersOf } from '../../office/index.ts'
import type { Tx } from '../../platform/db.ts'
import type { Ask } from '../../platform/http.ts'
import { papersBehind } from '../../platform/papers.ts'
import { changeRoute, confirmRoute, ownPolicy } from './policy.ts'
import { chainsOf, type OwnChain, type OwnStep, ownSteps } from './store.ts'

type Said = NonNullable<contract.OwnColumn['inForce']>

function saidIn(register: Register, { column, retired }: OwnStep['content']): Said {
  const { label, required = false, requiredWhen } = column
  return { label, required, requiredWhen: requiredWhen ? conditionWords(register, requiredWhen) : null, retired }
}

/** What a step is called for the paper that may stand behind it. */
export const stepAct = (register: string, column: string, version: number): string =>
  `column ${register} ${column} ${version}`

/** Whether the duties of whoever asks open a route of the columns. */
const mayUse = (route: string, { seat }: Pick<Ask, 'seat'>): boolean =>
  grantsFor(ownPolicy.find((row) => row.route === route)?.grants ?? [], seat.duties).length > 0

const optionsOf = (column: Column) => ('options' in column ? [...column.options] : [])

interface Behind {
  readonly nameOf: (officer: string) => string
  readonly paperOf: (act: string) => contract.PaperNote | null
}

function presentChain(
  register: Register,
  { id, steps, inForce, waiting }: OwnChain,
  ask: Pick<Ask, 'seat'>,
  { nameOf, paperOf }: Behind,
): contract.OwnColumn {
  const { column } = (steps.at(-1) as OwnStep).content
  return {
    id,
    kind: column.kind as contract.OwnKind,
    unit: unitOfColumn(column),
    options: optionsOf(column).map(({ label }) => label),
    privacy: column.privacy ?? register.privacy,
    version: steps.length,
    inForce: inForce ? saidIn(register, inForce) : null,
    waiting: waiting && {
      ...saidIn(register, waiting.content),
      by: nameOf(waiting.byOfficer),
      at: waiting.at,
      mayConfirm: mayUse(confirmRoute, ask) && waiting.byOfficer !== ask.seat.officerId,
    },
    steps: steps.map(({ kind, content, because, byOfficer, at }, before) => ({
      kind,
      said: saidIn(register, content),
      because,
      by: nameOf(byOfficer),
      at,
      byPaper: paperOf(stepAct(register.id, id, before + 1)),
    })),
  }
}

/** The columns of a register that the office has added, with what each of them was and why. */
export async function presentOwnColumns(
  tx: Tx,
  ask: Pick<Ask, 'office' | 'seat'>,
  register: Register,
): Promise<contract.OwnColumns> {
  const people = new Map((await officersOf(tx, ask.office.id)).map(({ id, name }) => [id, name]))
  const chains = chainsOf(await ownSteps(tx, ask.office.id, register.id))
  const acts = chains.flatMap(({ id, steps }) => steps.map((_, before) => stepAct(register.id, id, before + 1)))
  const papers = await papersBehind(tx, ask.office.id, acts)
  const behind: Behind = {
    nameOf: (id) => people.get(id) ?? '',
    paperOf: (act) => papers.get(act) ?? null,
  }
  const asking = Object.entries(register.columns).filter(([, column]) => !isRetired(column))
  return {
    columns: chains.map((chain) => presentChain(register, chain, ask, behind)),
    mayChange: mayUse(changeRoute, ask),
    asking: asking.map(([id, column]) => ({ id, label: column.label, options: optionsOf(column) })),
  }
}
