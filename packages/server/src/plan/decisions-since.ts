import type { Decision } from '@guatu/core/plan'
import type { Words } from '@guatu/core/shared'
import type { Tx } from '../platform/db.ts'
import type { Since } from '../platform/http.ts'

const did: Readonly<Record<Decision['do'], Words>> = {
  confirm: { zh: '确认', en: 'confirmed' },
  confirmSure: { zh: '确认全部无疑的', en: 'confirmed all that were sure' },
  reopen: { zh: '重新打开', en: 'opened again' },
  reject: { zh: '不采用', en: 'set aside' },
  correctTarget: { zh: '改正目标', en: 'corrected a target' },
  correctMilestone: { zh: '改正节点', en: 'corrected a milestone' },
  addTarget: { zh: '补一个目标', en: 'added a target' },
  addMilestone: { zh: '补一个节点', en: 'added a milestone' },
  split: { zh: '拆分', en: 'split' },
  splitMilestone: { zh: '拆分节点', en: 'split a milestone' },
  merge: { zh: '合并', en: 'merged' },
  mergeMilestones: { zh: '合并节点', en: 'merged milestones' },
  retitle: { zh: '改简称', en: 'changed a short title' },
  own: { zh: '定责任单位', en: 'said who answers' },
  dropTask: { zh: '不作为任务', en: 'took a task out' },
  keepTask: { zh: '恢复为任务', en: 'brought a task back' },
  setAside: { zh: '不采用这份材料', en: 'set the paper aside' },
  undo: { zh: '撤销上一步', en: 'took the last step back' },
}

// Who comes back to a long review wants the latest; the review itself holds them all.
const shownMax = 50

/** What others decided on a paper after a version that somebody had seen, the earliest first. */
export async function decisionsSince(tx: Tx, officeId: string, sourceId: string, version: number): Promise<Since[]> {
  const rows = await tx
    .selectFrom('reviewDecision as d')
    .innerJoin('officer as o', (join) => join.onRef('o.officeId', '=', 'd.officeId').onRef('o.id', '=', 'd.decidedBy'))
    .where('d.officeId', '=', officeId)
    .where('d.sourceId', '=', sourceId)
    .where('d.seq', '>', version)
    .select(['d.decision', 'd.decidedAt', 'o.name'])
    .orderBy('d.seq', 'desc')
    .limit(shownMax)
    .execute()
  return rows
    .map(({ decision, decidedAt, name }) => {
      const one = decision as unknown as Decision
      return { by: name, at: decidedAt, did: did[one.do], decision: one }
    })
    .toReversed()
}
