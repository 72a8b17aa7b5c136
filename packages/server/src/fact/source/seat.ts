import { accept, dayOf, type Instant, type Result, reject } from '@guatu/core/shared'
import type { FastifyRequest } from 'fastify'
import { unitsOf } from '../../office/index.ts'
import type { Tx } from '../../platform/db.ts'
import type { Ground, Looking } from '../../platform/http.ts'
import { isId } from '../../platform/ids.ts'
import { type Office, officeById } from '../../platform/office.ts'
import { type KeptKey, keyWith, seeKey } from './key-store.ts'
import { sourceSystemProblems } from './problems.ts'
import type { SourceSystemRulesOn } from './rules.ts'
import { keyHashOf } from './secrets.ts'
import { type KeptSystem, systemById } from './store.ts'

const bearer = /^bearer ([0-9a-f-]{36})\.([\w-]{20,100})$/i

/** Whether a key has been taken back, or a newer one has taken its place for good. */
export const isOver = ({ revokedAt, untilAt }: KeptKey, now: Instant): boolean =>
  revokedAt !== null || (untilAt !== null && untilAt <= now)

const seatFor = (officeId: string, { id, name, unitId }: KeptSystem, unit: string): Looking['seat'] => ({
  officeId,
  officerId: id,
  name,
  postId: id,
  post: '来源系统',
  unitId,
  unit,
  duties: [],
  line: [],
  isSystem: true,
})

/** Which system asks, by the key in the header of the request and by nothing else of it. */
export async function systemSeatOf(
  ground: Ground,
  request: FastifyRequest,
  rulesOn: SourceSystemRulesOn,
): Promise<Result<Looking>> {
  const { authorization } = request.headers
  if (authorization === undefined) return reject(sourceSystemProblems('source_system.key_missing', {}))
  const [, officeId = '', secret = ''] = bearer.exec(authorization) ?? []
  const office = isId(officeId) ? await officeById(ground, officeId) : null
  if (!office) return reject(sourceSystemProblems('source_system.key_unknown', {}))
  const hash = keyHashOf(ground.keys, office.id, `${officeId}.${secret}`)
  return ground.db.inOffice(office.id, (tx) => seatAt(tx, office, hash, rulesOn))
}

async function seatAt(tx: Tx, office: Office, hash: string, rulesOn: SourceSystemRulesOn): Promise<Result<Looking>> {
  const now = office.clock.now()
  const key = await keyWith(tx, office.id, hash)
  const system = key && (await systemById(tx, office.id, key.systemId, now))
  if (!key || !system) return reject(sourceSystemProblems('source_system.key_unknown', {}))
  if (isOver(key, now)) return reject(sourceSystemProblems('source_system.key_over', { system: system.name }))
  const { seenSeconds } = rulesOn(dayOf(now))
  if (key.lastSeenAt === null || Date.parse(now) - Date.parse(key.lastSeenAt) >= seenSeconds * 1000)
    await seeKey(tx, office.id, key.id, now)
  const unit = (await unitsOf(tx, office.id)).find(({ id }) => id === system.unitId)
  return accept({ seat: seatFor(office.id, system, unit?.name ?? ''), office })
}
