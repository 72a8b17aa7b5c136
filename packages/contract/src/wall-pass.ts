import { z } from 'zod'
import { day, id, instant } from './common.ts'

const screenName = z
  .string()
  .trim()
  .min(1, '请写明是哪一块屏\nsay which screen it is')
  .max(40, '最多40个字\n40 characters at most')

/** A pass for one named screen; without a last day it holds until it is revoked. */
export const newWallPass = z.object({ screen: screenName, until: day.nullable() }).meta({ id: 'NewWallPass' })
export type NewWallPass = z.infer<typeof newWallPass>

/** The one answer in which the code stands. */
export const issuedWallPass = z.object({ id, code: z.string() }).meta({ id: 'IssuedWallPass' })
export type IssuedWallPass = z.infer<typeof issuedWallPass>

export const bindWallPass = z.object({ officeId: id, code: z.string().max(40) }).meta({ id: 'BindWallPass' })
export type BindWallPass = z.infer<typeof bindWallPass>

/**
 * `waiting`: issued, no browser has opened it. `bound`: a browser holds it. `missed`: nobody opened it in time.
 * `expired`: its last day is over. `revoked`: taken back.
 */
const wallPassState = z.enum(['waiting', 'bound', 'missed', 'expired', 'revoked'])

export const wallPassRow = z
  .object({
    id,
    screen: z.string(),
    state: wallPassState,
    issuedBy: z.string(),
    issuedAt: instant,
    /** Until when the code waits to be opened. */
    bindBy: instant,
    until: day.nullable(),
    boundAt: instant.nullable(),
    lastSeenAt: instant.nullable(),
    revokedBy: z.string().nullable(),
    revokedAt: instant.nullable(),
  })
  .meta({ id: 'WallPass' })
export type WallPass = z.infer<typeof wallPassRow>

export const wallPasses = z.object({ passes: z.array(wallPassRow) }).meta({ id: 'WallPasses' })
export type WallPasses = z.infer<typeof wallPasses>
