import type * as contract from '@guatu/contract'
import { monthsWithout } from '@guatu/core/document'
import { periodsWords, type Register } from '@guatu/core/fact'
import { inUnit } from '@guatu/core/indicator'
import { type Within, withinOf } from '@guatu/core/office'
import { type AsOf, type Decimal, exactly, shownExact } from '@guatu/core/shared'
import { mayEver, ownRows } from '../../fact/index.ts'
import { type Catalogue, type OwnNumber, ownNumbersFor } from '../../indicator/index.ts'
import { unitsOf } from '../../office/index.ts'
import type { Tx } from '../../platform/db.ts'
import type { Seat } from '../../platform/seat.ts'
import { inPrintedUnit, type JudgedTarget, type JudgedTask } from '../../signal/index.ts'

export interface Asking {
  readonly officeId: string
  readonly seat: Seat
  readonly registers: readonly Register[]
  readonly within: Within
  readonly asOf: AsOf
}

/** The plan of the year looked at with its lights; null while there is none. */
export interface Judged {
  readonly year: number
  readonly tasks: readonly JudgedTask[]
}

const placesShown = 6

/** An own figure in the unit that the report prints; null where it cannot be said in it. */
function shownIn(printedUnit: string, value: Decimal | null, { unit }: OwnNumber): string | null {
  if (value === null) return null
  if (unit === null) return inPrintedUnit(value, printedUnit)
  const inPrinted = inUnit(exactly(value), unit, printedUnit)
  const canonical = inPrinted && shownExact(inPrinted, placesShown)
  return canonical && inPrintedUnit(canonical, printedUnit)
}

function cellOf(task: JudgedTask['task'], judged: JudgedTarget, own: OwnNumber, { on }: AsOf): contract.StartCell {
  const { target, working } = judged
  const printedUnit = target.words?.printedUnit ?? ''
  return {
    target: target.key,
    code: target.code,
    task: { id: task.key, number: task.number, title: task.title },
    subject: target.subject,
    light: working.light,
    says: working.says,
    own: {
      verified: shownIn(printedUnit, own.verified, own),
      reported: shownIn(printedUnit, own.reported, own),
      waiting: own.waiting,
    },
    printedUnit,
    last: own.last,
    missing: periodsWords('month', monthsWithout(own.months, on)),
  }
}

/** What units have not brought anything for: no figure, which is no nought. */
const nothingYet: OwnNumber = { verified: null, reported: null, unit: null, waiting: 0, last: null, months: [] }

function partIn({ task }: JudgedTask, names: ReadonlySet<string>): 'lead' | 'support' | null {
  if (task.lead.some((name) => names.has(name))) return 'lead'
  return task.support.some((name) => names.has(name)) ? 'support' : null
}

/** Whether a post sees the rows of each of these units in a register: else no sum of them is told. */
function reachesAll({ access }: Register, seat: Seat, units: readonly { readonly id: string }[]): boolean {
  const reach = withinOf(access.read, seat)
  return reach.all || units.every(({ id }) => reach.units.includes(id))
}

/** 我的格子、我的缺口、我的台账: what a post has to do with of its own, for a day as known then. */
export async function mineOf(
  tx: Tx,
  { officeId, seat, registers, within, asOf }: Asking,
  judged: Judged | null,
  { catalogue, dueDays }: { readonly catalogue: Catalogue; readonly dueDays: number },
): Promise<contract.StartMine> {
  const units = (await unitsOf(tx, officeId)).filter(({ id }) => within.all || within.units.includes(id))
  const names = new Set(units.map(({ name }) => name))
  const closed = registers.filter((register) => !reachesAll(register, seat, units)).map(({ id }) => id)
  const tasks = judged?.tasks ?? []
  const numbers = judged
    ? await ownNumbersFor(
        tx,
        officeId,
        {
          year: judged.year,
          targetIds: tasks.flatMap(({ targets }) => targets.map(({ target }) => target.key)),
          asOf,
          unitIds: units.map(({ id }) => id),
          closed: new Set(closed),
        },
        catalogue,
      )
    : new Map<string, OwnNumber>()
  const cells = tasks.flatMap((task) => {
    const hasPart = partIn(task, names) !== null
    return task.targets.flatMap((target) => {
      const own = numbers.get(target.target.key) ?? (hasPart && target.target.kind === 'target' ? nothingYet : null)
      return own ? [cellOf(task.task, target, own, asOf)] : []
    })
  })
  return {
    units: [...names],
    tasks: tasks.flatMap((one) => {
      const part = partIn(one, names)
      const { key, number, title } = one.task
      return part ? [{ id: key, number, title, light: one.light, part }] : []
    }),
    cells,
    ...(await ownRows(tx, { officeId, seat, registers, within, asOf, dueDays })),
    registers: registers
      .filter((register) => mayEver(register, 'enter', seat))
      .map(({ id, label }) => ({ register: id, label })),
  }
}
