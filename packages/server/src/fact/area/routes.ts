import * as contract from '@guatu/contract'
import { areaFrom } from '@guatu/core/fact'
import { accept } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { officersOf } from '../../office/index.ts'
import type { Tx } from '../../platform/db.ts'
import { hold } from '../../platform/hold.ts'
import { type Ask, doorsOf, type Ground, versionConflict } from '../../platform/http.ts'
import { addArea, areaOf } from './store.ts'

async function present(tx: Tx, { office }: Pick<Ask, 'office'>): Promise<contract.OfficeArea> {
  const kept = await areaOf(tx, office.id)
  if (!kept) return { version: 0, area: null }
  const people = await officersOf(tx, office.id)
  const { seq, ring, marginM, source, byOfficer, at } = kept
  const by = people.find(({ id }) => id === byOfficer)?.name ?? ''
  return { version: seq, area: { ring: ring.map(([lon, lat]) => [lon, lat]), marginM, source, by, at } }
}

/** The boundary that coordinates of rows are held against. */
export function areaRoutes(app: FastifyInstance, ground: Ground): void {
  const { read, write } = doorsOf(app, ground)
  read('GET /api/area', { reply: contract.officeArea }, async (ask, tx) => accept(await present(tx, ask)))

  write('POST /api/area', { body: contract.drawArea, reply: contract.officeArea }, async (ask, tx) => {
    const { office, seat, now, body, version } = ask
    await hold(tx, `area ${office.id}`)
    const before = await areaOf(tx, office.id)
    const current = before?.seq ?? 0
    if (version !== current) return versionConflict(version, current)
    const ring = areaFrom(body.boundary)
    if (!ring.ok) return ring
    const { marginM, source } = body
    await addArea(tx, office.id, before, {
      seq: current + 1,
      ring: ring.value,
      marginM,
      source,
      byOfficer: seat.officerId,
      at: now,
    })
    return accept(await present(tx, ask))
  })
}
