import * as contract from '@guatu/contract'
import { areaFrom, communitiesFrom } from '@guatu/core/fact'
import { accept, dayOf } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { isOpenUnit, officersOf, unitsOf } from '../../office/index.ts'
import type { Tx } from '../../platform/db.ts'
import { hold } from '../../platform/hold.ts'
import { type Ask, doorsOf, type Ground, versionConflict } from '../../platform/http.ts'
import { addCommunityMap, communityMapOf } from './community-store.ts'
import { addArea, areaOf } from './store.ts'

async function present(tx: Tx, { office }: Pick<Ask, 'office'>): Promise<contract.OfficeArea> {
  const kept = await areaOf(tx, office.id)
  if (!kept) return { version: 0, area: null }
  const people = await officersOf(tx, office.id)
  const { seq, ring, marginM, source, byOfficer, at } = kept
  const by = people.find(({ id }) => id === byOfficer)?.name ?? ''
  return { version: seq, area: { ring: ring.map(([lon, lat]) => [lon, lat]), marginM, source, by, at } }
}

async function presentCommunities(
  tx: Tx,
  { office, now }: Pick<Ask, 'office' | 'now'>,
): Promise<contract.CommunityMap> {
  const kept = await communityMapOf(tx, office.id, now)
  if (!kept) return { version: 0, map: null }
  const { seq, communities, source, byOfficer, at } = kept
  const by = (await officersOf(tx, office.id)).find(({ id }) => id === byOfficer)?.name ?? ''
  const corners = communities.reduce((all, { rings }) => all + rings.flat().length, 0)
  return { version: seq, map: { communities: communities.map(({ name }) => name), corners, source, by, at } }
}

/** The communities that stand on a day, as the people of the office call them. */
const communityNames = async (tx: Tx, { office, now }: Pick<Ask, 'office' | 'now'>): Promise<readonly string[]> =>
  (await unitsOf(tx, office.id))
    .filter((unit) => unit.kind === 'community' && isOpenUnit(unit, dayOf(now)))
    .map(({ name }) => name)

/** The boundary that coordinates of rows are held against. */
export function areaRoutes(app: FastifyInstance, ground: Ground): void {
  const { read, write } = doorsOf(app, ground)
  read('GET /api/area', { reply: contract.officeArea }, async (ask, tx) => accept(await present(tx, ask)))

  write('POST /api/area', { body: contract.drawArea, reply: contract.officeArea }, async (ask, tx) => {
    const { office, seat, body, version } = ask
    await hold(tx, `area ${office.id}`)
    // Whoever waited for somebody else draws after them.
    const now = office.clock.now()
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

  read('GET /api/area/communities', { reply: contract.communityMap }, async (ask, tx) =>
    accept(await presentCommunities(tx, ask)),
  )

  write(
    'POST /api/area/communities',
    { body: contract.drawCommunities, reply: contract.communityMap },
    async (asked, tx) => {
      const { office, seat, body, version } = asked
      await hold(tx, `community map ${office.id}`)
      // Whoever waited for somebody else draws after them.
      const now = office.clock.now()
      const ask = { office, now }
      const before = await communityMapOf(tx, office.id, now)
      const current = before?.seq ?? 0
      if (version !== current) return versionConflict(version, current)
      const area = await areaOf(tx, office.id)
      const communities = communitiesFrom(body.map, { names: await communityNames(tx, ask), area })
      if (!communities.ok) return communities
      await addCommunityMap(tx, office.id, before, {
        seq: current + 1,
        communities: communities.value,
        source: body.source,
        byOfficer: seat.officerId,
        at: now,
      })
      return accept(await presentCommunities(tx, ask))
    },
  )
}
