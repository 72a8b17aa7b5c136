import * as contract from '@guatu/contract'
import { type AsOf, accept, dayOf, type Instant, yearOf } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { layersFor } from '../fact/index.ts'
import { yearsOf } from '../office/index.ts'
import { planKnown } from '../plan/index.ts'
import { noteSaid } from '../platform/audit/changed.ts'
import type { Tx } from '../platform/db.ts'
import { type Ask, doorsOf, type Ground } from '../platform/http.ts'
import { asOfFrom, type Office } from '../platform/office.ts'
import { inPrintedUnit, judgePlan } from '../signal/index.ts'
import { keptWalls } from './kept-walls.ts'
import { mapOf } from './map.ts'
import { type Finder, searchOver } from './search.ts'
import { type StartNeeds, startPageOf } from './start/start-page.ts'
import { wallOf } from './wall.ts'

type WallAsked = z.output<typeof contract.wallQuery>

export interface DocumentNeeds extends StartNeeds {
  /** Looks signed papers up, which lie beside the stages. */
  readonly findPapers: Finder
}

export function documentRoutes(app: FastifyInstance, ground: Ground, needs: DocumentNeeds): void {
  const { judging, registers, findPapers } = needs
  const { read, write } = doorsOf(app, ground)
  const search = searchOver(registers, findPapers)
  const kept = keptWalls(({ query, now }: Ask<unknown, WallAsked>) => {
    const asOf = asOfFrom(query, now)
    const isNow = query.known === undefined && asOf.on === dayOf(now)
    return { name: `${query.year ?? ''} ${asOf.on} ${isNow ? 'now' : asOf.knownAt} ${dayOf(now)}`, isNow }
  })

  async function make(tx: Tx, office: Office, { year: wanted }: WallAsked, asOf: AsOf, now: Instant) {
    const years = await yearsOf(tx, office.id)
    // The year looked at: the one asked for, else the day's own, else the newest that has a plan.
    const year = wanted ?? (years.includes(yearOf(asOf.on)) ? yearOf(asOf.on) : (years[0] ?? yearOf(asOf.on)))
    const known = await planKnown(tx, office.id, year, asOf.knownAt)
    if (!known.ok) return known
    const adopted = known.value
    const judged = await judgePlan(tx, office.id, adopted, asOf, judging)
    const { id, name, sample, kind } = office
    return accept(wallOf({ id, name, sample, kind }, adopted, judged, asOf, dayOf(now), inPrintedUnit))
  }

  read(
    'GET /api/wall',
    { query: contract.wallQuery, reply: contract.wallChart },
    ({ office, query, now }, tx) => make(tx, office, query, asOfFrom(query, now), now),
    kept,
  )

  read('GET /api/map', { query: contract.mapQuery, reply: contract.mapChart }, async (ask, tx) => {
    const { office, seat, query, now } = ask
    const asked = {
      officeId: office.id,
      asOf: asOfFrom(query, now),
      reach: ask.within(),
      layers: layersFor(await registers.all(tx, office.id), seat),
      wanted: query.layers?.split(',') ?? null,
    }
    return accept(await mapOf(tx, asked))
  })

  read('GET /api/start', { query: contract.startQuery, reply: contract.startPage }, async (ask, tx) =>
    accept(await startPageOf(tx, ask, needs)),
  )

  read('GET /api/search', { query: contract.searchQuery, reply: contract.searchFound }, async (ask, tx) =>
    accept(await search(tx, ask as Ask, ask.query.q)),
  )

  // The paper itself is made by the browser; that it was made is on record like an export.
  write(
    'POST /api/prints',
    { body: contract.newPrint, reply: contract.printNoted, status: 201 },
    async ({ body }, tx) => {
      noteSaid(tx, body)
      return accept({ page: body.page })
    },
  )
}
