import * as contract from '@guatu/contract'
import type { PlannedTarget, TargetWords } from '@guatu/core/plan'
import { accept, day, decimal, type Result, readUnit, reject, shownRatio } from '@guatu/core/shared'
import { z } from 'zod'
import { type Approval, type Approved, approval, shownLine } from '../platform/approval.ts'
import type { Tx } from '../platform/db.ts'
import type { Ask } from '../platform/http.ts'
import { platformProblems } from '../platform/problems.ts'
import { adopterOf, adoptSource, type VersionMade } from './adopt-source.ts'
import { holdPlans, newestPlan, planYearOf } from './plan-store.ts'
import { byId, found, overtaken } from './reviewing.ts'
import { type Settling, settleTarget } from './settle-target.ts'

export const versionMade = z.object({ year: z.int(), version: z.int() })

/** A version of a plan, as the paper behind it is asked for. */
export const versionAct = ({ year, version }: VersionMade): string => `plan ${year} ${version}`

type OnOne<B> = Pick<Ask<{ id: string }, unknown, B>, 'office' | 'now' | 'params' | 'body'>

async function showSource(
  tx: Tx,
  { office, params, body }: OnOne<z.output<typeof contract.adopt>>,
): Promise<Result<Approved>> {
  const under = await found(tx, office.id, params.id)
  if (!under.ok) return under
  const { source, review } = under.value
  return accept({
    title: { zh: `《${source.title}》`, en: `“${source.title}”` },
    lines: [
      shownLine('年度', 'year', String(source.year)),
      shownLine('成文日期', 'dated', source.datedOn),
      shownLine('任务', 'tasks', String(review.tasks.length)),
      shownLine('目标和节点', 'targets and milestones', String(review.items.length)),
      shownLine('审核步数', 'decisions so far', String(review.version)),
      shownLine('采用日期', 'adopted on', body.adoptedOn),
      shownLine('文号', 'paper number', body.paperNumber),
    ],
    version: review.version,
    since: source.datedOn,
    things: [],
  })
}

/** A figure as people write it, in its printed unit, with its sign of comparison; empty for what has none. */
const figureIn = (words: Partial<Omit<TargetWords, 'at'>>): string => {
  const { comparator = '', value, valueTo, printedUnit = '' } = words
  const shown = (figure: string) => shownRatio(decimal(figure), readUnit(printedUnit).scale, 6)
  if (value === undefined) return ''
  return `${comparator === 'range' ? '' : comparator}${shown(value)}${valueTo ? `～${shown(valueTo)}` : ''}${printedUnit}`
}

function linesOf(target: PlannedTarget, version: number, body: z.output<typeof contract.settle>): Approved['lines'] {
  const to = body.to as Settling['to']
  const after = { ...target.words, ...to }
  return [
    shownLine('目标', 'target', `${target.code} ${target.subject}`),
    shownLine('现在', 'as it stands', `${figureIn(target.words ?? {})} ${target.due ?? ''}`.trim()),
    shownLine('改为', 'to become', `${to.subject ?? ''} ${figureIn(after)} ${to.due ?? target.due ?? ''}`.trim()),
    shownLine('原因', 'reason', body.because),
    shownLine('议定日期', 'decided on', body.adoptedOn),
    shownLine('文号', 'paper number', body.paperNumber),
    shownLine('计划版本', 'version of the plan', String(version)),
  ]
}

async function showTarget(
  tx: Tx,
  { office, params, body }: OnOne<z.output<typeof contract.settle>>,
): Promise<Result<Approved>> {
  const year = await planYearOf(tx, office.id, params.id)
  const adopted = year === null ? null : await newestPlan(tx, office.id, year)
  const targets = adopted?.plan.tasks.flatMap((task) => task.targets) ?? []
  const target = targets.find(({ key }) => key === params.id)
  if (!adopted || !target) return reject(platformProblems('request.not_found', { what: '这个目标' }))
  return accept({
    title: { zh: `${adopted.year}年计划 ${target.code}`, en: `plan of ${adopted.year}, ${target.code}` },
    lines: linesOf(target, adopted.version, body),
    version: adopted.version,
    since: adopted.adoptedOn,
    things: [],
  })
}

const adopting = approval({
  route: 'POST /api/sources/:id/adopt',
  params: byId,
  body: contract.adopt,
  reply: versionMade,
  seenBy: 'GET /api/sources/:id',
  show: (ask, tx) => showSource(tx, ask),
  work: async (ask, tx) => {
    await holdPlans(tx, ask.office.id)
    const under = await found(tx, ask.office.id, ask.params.id)
    if (!under.ok) return under
    const { review } = under.value
    if (ask.version !== review.version) return overtaken(tx, ask, under.value)
    const { adoptedOn, paperNumber, withOpen } = ask.body
    return adoptSource(tx, adopterOf(ask as Ask), under.value, { adoptedOn: day(adoptedOn), paperNumber, withOpen })
  },
  acts: (_ask, made) => [versionAct(made)],
})

const settling = approval({
  route: 'POST /api/targets/:id/settle',
  params: byId,
  body: contract.settle,
  reply: versionMade,
  seenBy: 'GET /api/plans/:year',
  show: (ask, tx) => showTarget(tx, ask),
  work: async (ask, tx) => {
    const { to, because, adoptedOn, paperNumber } = ask.body
    const wanted = {
      targetId: ask.params.id,
      to: to as Settling['to'],
      because,
      adoptedOn: day(adoptedOn),
      paperNumber,
    }
    return settleTarget(tx, adopterOf(ask as Ask), { ...wanted, version: ask.version })
  },
  acts: (_ask, made) => [versionAct(made)],
})

/** The approvals of plans: a reviewed paper is adopted, a target of an adopted plan is settled anew. */
export const planApprovals: readonly Approval[] = [adopting, settling]
