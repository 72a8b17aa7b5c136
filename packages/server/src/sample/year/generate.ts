import { assert, type Day, type Instant } from '@guatu/core/shared'
import type { Act, MeantRow } from './acts.ts'
import { type Chance, chanceFrom, seedOf } from './chance.ts'
import {
  firstFrom,
  ledgerDaysOf,
  lockedOn,
  momentOf,
  monthsOfYear,
  workedAfter,
  workedDaysOf,
  type YearDays,
} from './days.ts'
import type { Plot } from './plot.ts'
import { type Happening, happeningsOf, readyOn } from './rows.ts'

export interface Wanted {
  readonly seed: number
  readonly plot: Plot
  readonly days: YearDays
  /** The plan is adopted on the first; nobody has done anything from the last on. */
  readonly from: Day
  readonly until: Day
}

type Part = Act['do']

/** What somebody does to one row on a day, before it is put together with the rest of that day. */
interface Deed {
  readonly day: Day
  readonly by: string
  readonly register: string
  readonly do: Part
  readonly row: MeantRow
  readonly becomes?: MeantRow
  readonly move?: string
  readonly because: string
}

interface Handling {
  readonly plot: Plot
  readonly days: YearDays
  readonly from: Day
  /** On which days each person sees to the ledgers. */
  readonly ledgerDays: ReadonlyMap<string, readonly Day[]>
}

// A day that nobody lives to see in this year: what falls behind the last day of the ledgers is not done any more.
const beyond = '9999-12-31' as Day

const laterThan = (on: Day, count: number, days: YearDays): Day =>
  on === beyond ? beyond : workedAfter(on, count, days)

function nextDayOf({ ledgerDays }: Handling, who: string, from: Day): Day {
  const days = ledgerDays.get(who)
  assert(days, `the sample has no person called ${who}`)
  return firstFrom(days, from) ?? beyond
}

/** On which day somebody looks through what was entered: a later one, for another person has to have the time. */
const lookedOn = (handling: Handling, entered: Day): Day =>
  nextDayOf(handling, handling.plot.verifiedBy, laterThan(entered, 1, handling.days))

/** On which day a row is entered: soon, with what is left at the end of the month, or after the month was locked. */
function enteredOn(happening: Happening, handling: Handling, chance: Chance): Day {
  const { plot, days, from } = handling
  const { on, stream, weak } = happening
  const times = weak ? plot.rates.weakTimes : 1
  const month = on.slice(0, 7)
  const ready = [readyOn(on), from].toSorted().at(-1) ?? from
  if (chance.happens(plot.rates.late * times))
    return nextDayOf(handling, stream.by, laterThan(lockedOn(month, days), chance.int(1, 8), days))
  const end = workedDaysOf(month, days).at(-2)
  if (end !== undefined && ready <= end && chance.happens(plot.rates.monthEnd))
    return nextDayOf(handling, stream.by, end)
  return nextDayOf(handling, stream.by, laterThan(ready, chance.int(0, weak ? 4 : 2), days))
}

/** What is sent back together goes with one reason. */
const reasonFor = (on: Day, reasons: readonly string[]): string => reasons[Number(on.slice(8)) % reasons.length] ?? ''

/** All that is done to one row, until it stands or is left. */
function deedsOf(happening: Happening, ref: string, handling: Handling, chance: Chance): readonly Deed[] {
  const { plot, days } = handling
  const { stream, on, weak, status, values, amended } = happening
  const { rates, reasons } = plot
  const times = weak ? rates.weakTimes : 1
  const row: MeantRow = { ref, on, status, values, evidence: stream.evidence, refused: false }
  const deed = (day: Day, by: string, what: Part, meant: MeantRow, because = ''): Deed => ({
    day,
    by,
    register: stream.register,
    do: what,
    row: meant,
    because,
  })
  const entered = enteredOn(happening, handling, chance)
  const looked = lookedOn(handling, entered)
  const first = deed(entered, stream.by, 'enter', row)
  if (chance.happens(rates.returned * times)) {
    const back = deed(looked, plot.verifiedBy, 'return', row, reasonFor(looked, reasons.returned))
    if (!chance.happens(rates.amended)) return [first, back]
    const again = nextDayOf(handling, stream.by, laterThan(looked, 1, days))
    const becomes = { ...row, ref: `${ref}b`, values: { ...values, ...amended } }
    return [
      first,
      back,
      { ...deed(again, stream.by, 'correct', row, reasons.amended), becomes },
      deed(lookedOn(handling, again), plot.verifiedBy, 'verify', becomes),
    ]
  }
  const done = [first, deed(looked, plot.verifiedBy, 'verify', row)]
  const later = nextDayOf(handling, stream.by, laterThan(entered, 1, days))
  if (chance.happens(rates.repeated))
    return [...done, deed(later, stream.by, 'enter', { ...row, ref: `${ref}r`, refused: true })]
  if (chance.happens(rates.alike) && stream.alike) {
    const alike = { ...row, ref: `${ref}a`, values: { ...values, [stream.alike]: `${values[stream.alike] ?? ''}活动` } }
    const back = deed(lookedOn(handling, later), plot.verifiedBy, 'return', alike, reasons.alike)
    return [...done, deed(later, stream.by, 'enter', alike), back]
  }
  return done
}

/** What becomes of a row of the data from move to move; another person looks through each. */
const movedDeeds = ({ register, moves }: Plot['singles'][number], row: MeantRow, handling: Handling): readonly Deed[] =>
  moves.flatMap(({ on: day, by, move, because, evidence, values }, i) => {
    const before = i === 0 ? row : { ...row, ref: `${row.ref} moved ${i}` }
    const becomes = { ...row, ref: `${row.ref} moved ${i + 1}`, on: day, values, evidence }
    const moved: Deed = { day, by, register, do: 'move', row: before, becomes, move, because }
    // Nobody verifies what they have done themselves: it waits.
    if (by === handling.plot.verifiedBy) return [moved]
    const looked = lookedOn(handling, day)
    return [moved, { ...moved, day: looked, by: handling.plot.verifiedBy, do: 'verify', row: becomes, because: '' }]
  })

/** The rows of the data that stand there one by one. */
const singleDeeds = (handling: Handling): readonly Deed[] =>
  handling.plot.singles.flatMap((single, i) => {
    const { register, status = null, by, enteredOn: day, evidence, waits, values } = single
    const row: MeantRow = { ref: `single ${i + 1}`, on: day, status, values, evidence, refused: false }
    const entered: Deed = { day, by, register, do: 'enter', row, because: '' }
    if (waits) return [entered]
    const looked = lookedOn(handling, day)
    const verified: Deed = { ...entered, day: looked, by: handling.plot.verifiedBy, do: 'verify' }
    return [entered, verified, ...movedDeeds(single, row, handling)]
  })

const order: readonly Part[] = ['enter', 'correct', 'move', 'return', 'verify', 'lock']

/** When on a day each kind of thing is done: rows come in from nine on, are looked through from half past three on. */
const opens: Readonly<Record<Part, number>> = {
  enter: 9 * 60,
  correct: 13 * 60,
  move: 14 * 60 + 30,
  return: 15 * 60,
  verify: 16 * 60,
  lock: 17 * 60 + 40,
}

function actOf(deeds: readonly Deed[], at: Instant): Act {
  const [first] = deeds
  assert(first, 'an act is about something')
  const { by, register, because, row, becomes, move = '' } = first
  switch (first.do) {
    case 'enter':
      return { do: 'enter', at, by, register, rows: deeds.map((deed) => deed.row) }
    case 'verify':
      return { do: 'verify', at, by, register, rows: deeds.map((deed) => deed.row.ref) }
    case 'return':
      return { do: 'return', at, by, register, rows: deeds.map((deed) => deed.row.ref), because }
    case 'correct':
      assert(becomes, 'a correction says what it corrects to')
      return { do: 'correct', at, by, register, row: row.ref, becomes, because }
    case 'move':
      assert(becomes, 'a move says what it makes of a row')
      return { do: 'move', at, by, register, row: row.ref, becomes, move, because }
    case 'lock':
      return { do: 'lock', at, by, month: register }
  }
}

/** One act of each person, register and kind on a day; a correction and a move stand alone. */
function actsOf(day: Day, deeds: readonly Deed[]): readonly Act[] {
  const together = Map.groupBy(deeds, ({ do: what, by, register, because, row }) =>
    what === 'correct' || what === 'move' ? `${what} ${row.ref}` : [what, by, register, because].join(' '),
  )
  const begun = new Map<Part, number>()
  return [...together.values()]
    .toSorted(([a], [b]) => order.indexOf(a?.do ?? 'lock') - order.indexOf(b?.do ?? 'lock'))
    .map((group) => {
      const what = group[0]?.do ?? 'lock'
      const before = begun.get(what) ?? 0
      begun.set(what, before + 1)
      return actOf(group, momentOf(day, opens[what] + before))
    })
}

const locks = ({ plot, days }: Handling): readonly Deed[] =>
  monthsOfYear(days.year).map((month) => ({
    day: lockedOn(month, days),
    by: plot.lockedBy,
    register: month,
    do: 'lock',
    row: { ref: month, on: lockedOn(month, days), status: null, values: {}, evidence: [], refused: false },
    because: '',
  }))

/**
 * A made-up year: who does what at which moment, in order. Pure: the same seed and the same description of the office give
 * the same acts.
 */
export function generateYear({ seed, plot, days, from, until }: Wanted): readonly Act[] {
  const ledgerDays = new Map(plot.people.map((person) => [person.key, ledgerDaysOf(person, days)]))
  const handling = { plot, days, from, ledgerDays }
  const streamed = plot.streams.flatMap((stream) => {
    const chance = chanceFrom(seedOf(seed, `${stream.id} handled`))
    return happeningsOf(seed, stream, plot, days).flatMap((one, i) =>
      deedsOf(one, `${stream.id} ${i + 1}`, handling, chance),
    )
  })
  const all = [...streamed, ...singleDeeds(handling), ...locks(handling)].filter(
    ({ day }) => day >= from && day < until,
  )
  const byDay = [...Map.groupBy(all, ({ day }) => day)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return byDay.flatMap(([day, deeds]) => actsOf(day, deeds))
}
