import { mlps3 } from '@guatu/core/identity'
import { accept, type Problem, type Result, reject } from '@guatu/core/shared'
import { ClientError } from 'openid-client'
import { writeAudit } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import type { Ground } from '../../platform/http.ts'
import { todayOf } from '../../platform/office.ts'
import { statusOf } from '../../platform/problems.ts'
import { type Seat, seatIn } from '../../platform/seat.ts'
import type { Entered } from '../desk.ts'
import { enter, factorStep } from '../enter.ts'
import { type Claims, usedSecondFactor } from './claims.ts'
import { oidcProblems } from './problems.ts'
import { AnswerRefused } from './provider.ts'
import { subjectHashOf } from './secrets.ts'
import { type KeptProvider, linkOf } from './store.ts'
import type { Back } from './way.ts'

const route = 'POST /api/oidc/finish'

/** Why an answer was refused, in a word for the log; nothing that the provider sent is in it. */
function checkFailed(error: unknown): string {
  if (error instanceof AnswerRefused) return error.check
  if (error instanceof ClientError) return error.code ?? 'client'
  return error instanceof Error ? error.name : 'unknown'
}

// What did not arrive at all is the network's fault; everything that arrived and failed a check is refused.
const isOutOfReach = (error: unknown): boolean =>
  error instanceof Error && ['OutsideRefused', 'TimeoutError', 'TypeError'].includes(error.name)

type Who = Pick<Seat, 'name' | 'post'> & { readonly officerId: string | null; readonly unitId: string | null }
const stranger: Who = { officerId: null, name: '（未关联账号）', post: '', unitId: null }

const record = (
  tx: Tx,
  { office }: Back,
  who: Who,
  problem: Problem | null,
  detail: Readonly<Record<string, string>>,
): Promise<void> =>
  writeAudit(
    tx,
    { ...who, officeId: office.id },
    {
      at: office.clock.now(),
      route,
      object: '/api/oidc/finish',
      outcome: problem === null ? 'done' : statusOf[problem.kind] === 422 ? 'invalid' : 'refused',
      problemCode: problem?.code ?? null,
      detail,
    },
  )

/** Has an answer that failed on record, and tells the person no more than that it failed. */
export const refuseAnswer = <T>({ db }: Ground, back: Back, error: unknown): Promise<Result<T>> =>
  db.inOffice(back.office.id, async (tx) => {
    const problem = isOutOfReach(error) ? oidcProblems('oidc.unreachable', {}) : oidcProblems('oidc.refused', {})
    await record(tx, back, stranger, problem, { check: checkFailed(error) })
    return reject(problem)
  })

const isDisabled = async (tx: Tx, officeId: string, officerId: string): Promise<boolean> => {
  const officer = tx.selectFrom('officer').where('officeId', '=', officeId).where('id', '=', officerId)
  return (await officer.select('disabledAt').executeTakeFirst())?.disabledAt !== null
}

/**
 * Lets the person in whom the provider has proved, as far as their second factor: where the provider says that it had
 * one, it is not asked for again.
 */
export const arrive = (
  { db, keys }: Ground,
  back: Back,
  provider: KeptProvider,
  claims: Claims,
  device: string,
): Promise<Result<Entered>> =>
  db.inOffice(back.office.id, async (tx) => {
    const { office } = back
    const link = await linkOf(tx, office.id, claims.iss, claims.sub)
    const refuse = async (who: Who, problem: Problem, detail: Readonly<Record<string, string>> = {}) => {
      await record(tx, back, who, problem, detail)
      return reject(problem)
    }
    if (!link || (await isDisabled(tx, office.id, link.officerId)))
      return refuse(stranger, oidcProblems('oidc.unlinked', {}), {
        subject: subjectHashOf(keys, office.id, claims.sub),
      })
    const { officerId } = link
    const seat = await seatIn(tx, office.id, todayOf(office), { officerId })
    if (!seat) return refuse({ ...stranger, officerId }, oidcProblems('oidc.no_post', {}))
    const proved = usedSecondFactor(claims, provider.secondFactorValues)
    const awaits = proved ? [] : await factorStep(tx, office, seat, mlps3)
    const arrival = { seat, signedInBy: 'oidc', device, awaits, factorElsewhere: proved } as const
    const entered = await enter(tx, arrival, office.clock.now(), mlps3)
    await record(tx, back, seat, null, { by: 'oidc', next: entered.next ?? '' })
    return accept(entered)
  })
