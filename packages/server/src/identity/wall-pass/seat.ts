import { accept, dayOf, type Instant, type Result, reject } from '@guatu/core/shared'
import type { FastifyRequest } from 'fastify'
import type { Tx } from '../../platform/db.ts'
import type { Ground, Looking } from '../../platform/http.ts'
import { isId } from '../../platform/ids.ts'
import { type Office, officeById, todayOf } from '../../platform/office.ts'
import type { Seat } from '../../platform/seat.ts'
import { wallCookieOf } from './cookie.ts'
import { wallPassProblems } from './problems.ts'
import type { WallPassRulesOn } from './rules.ts'
import { secretHashOf } from './secrets.ts'
import { type KeptPass, passOfSecret, seePass } from './store.ts'

// No unit has this id, so whatever is shown by unit, line or person shows a screen nothing.
const noUnit = '00000000-0000-0000-0000-000000000000'

/** A screen at work: a viewer of no unit, who is nobody of the office's people. */
export const wallSeat = (officeId: string, pass: Pick<KeptPass, 'id' | 'screen'>): Seat => ({
  officeId,
  officerId: pass.id,
  name: pass.screen,
  postId: pass.id,
  post: '大屏',
  unitId: noUnit,
  unit: '',
  duties: ['viewer'],
  line: [],
  isScreen: true,
})

/** Whether the pass has been taken back, or its last day is over. */
export const isOver = ({ revokedAt, untilDay }: KeptPass, today: string): boolean =>
  revokedAt !== null || (untilDay !== null && untilDay < today)

const isSeenAnew = ({ lastSeenAt }: KeptPass, now: Instant, seenSeconds: number): boolean =>
  lastSeenAt === null || Date.parse(now) - Date.parse(lastSeenAt) >= seenSeconds * 1000

/**
 * Which screen asks: null where the request carries no pass that was ever bound, a problem where its pass is over. There
 * is no idle and no absolute limit: a screen nobody touches is what a pass is for.
 */
export async function wallSeatOf(
  ground: Ground,
  request: FastifyRequest,
  rulesOn: WallPassRulesOn,
): Promise<Result<Looking> | null> {
  const [officeId = '', secret = ''] = wallCookieOf(request)?.split('.') ?? []
  if (!isId(officeId) || secret === '') return null
  const office = await officeById(ground, officeId)
  if (!office) return null
  const secretHash = secretHashOf(ground.keys, officeId, secret)
  return ground.db.inOffice(officeId, (tx) => seatAt(tx, office, secretHash, rulesOn))
}

async function seatAt(
  tx: Tx,
  office: Office,
  secretHash: string,
  rulesOn: WallPassRulesOn,
): Promise<Result<Looking> | null> {
  const pass = await passOfSecret(tx, office.id, secretHash)
  if (!pass) return null
  if (isOver(pass, todayOf(office))) return reject(wallPassProblems('wall_pass.over', { screen: pass.screen }))
  const now = office.clock.now()
  if (isSeenAnew(pass, now, rulesOn(dayOf(now)).seenSeconds)) await seePass(tx, office.id, pass.id, now)
  return accept({ seat: wallSeat(office.id, pass), office })
}
