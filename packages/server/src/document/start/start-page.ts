import type * as contract from '@guatu/contract'
import { grantsFor, withinOf } from '@guatu/core/office'
import { type AsOf, addDays, type Day, day, yearOf } from '@guatu/core/shared'
import type { z } from 'zod'
import type { Registers } from '../../fact/index.ts'
import { yearsOf } from '../../office/index.ts'
import { planAsOf } from '../../plan/index.ts'
import type { Tx } from '../../platform/db.ts'
import type { Ask } from '../../platform/http.ts'
import { asOfFrom } from '../../platform/office.ts'
import { type Judging, judgePlan } from '../../signal/index.ts'
import { ownSeen, watchSeen } from '../policy.ts'
import { type Judged, mineOf } from './mine.ts'
import { watchOf } from './watch.ts'

/** The figures of the start page, as the office sets them. */
export interface StartRules {
  readonly sinceDays: number
  readonly silentDays: number
  readonly dueDays: number
}

export interface StartNeeds {
  readonly judging: Judging
  readonly registers: Registers
  readonly startRulesOn: (on: Day) => StartRules
}

async function judgedOn(tx: Tx, officeId: string, asOf: AsOf, judging: Judging): Promise<Judged | null> {
  const years = await yearsOf(tx, officeId)
  const year = years.includes(yearOf(asOf.on)) ? yearOf(asOf.on) : years[0]
  const adopted = year === undefined ? null : await planAsOf(tx, officeId, year, asOf.knownAt)
  return adopted && { year: adopted.year, tasks: await judgePlan(tx, officeId, adopted, asOf, judging) }
}

/** 首页 of a post: its own, and for the supervision clerk what to look at; reached as in the lists. */
export async function startPageOf(
  tx: Tx,
  ask: Ask<unknown, z.output<typeof contract.startQuery>>,
  { judging, registers, startRulesOn }: StartNeeds,
): Promise<contract.StartPage> {
  const { office, seat, query, now } = ask
  const asOf = asOfFrom(query, now)
  const rules = startRulesOn(asOf.on)
  const judged = await judgedOn(tx, office.id, asOf, judging)
  const asking = {
    officeId: office.id,
    seat,
    registers: await registers.all(tx, office.id),
    within: ask.within(),
    asOf,
  }
  const isOwn = grantsFor(ownSeen, seat.duties).length > 0
  // Who also watches the whole office still finds only their own under their own.
  const own = { ...asking, within: withinOf(ownSeen, seat) }
  const watches = grantsFor(watchSeen, seat.duties).length > 0
  const since = query.since === undefined ? addDays(asOf.on, -rules.sinceDays) : day(query.since)
  const before = asOfFrom({ on: since }, asOf.knownAt)
  return {
    ...asOf,
    year: judged?.year ?? null,
    mine: isOwn ? await mineOf(tx, own, judged, { catalogue: judging.catalogue, dueDays: rules.dueDays }) : null,
    watch: watches
      ? await watchOf(
          tx,
          asking,
          { now: judged, before: await judgedOn(tx, office.id, before, judging) },
          { since, silentDays: rules.silentDays },
        )
      : null,
  }
}
