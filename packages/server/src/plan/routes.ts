import * as contract from '@guatu/contract'
import { planFromText, reviewProblems } from '@guatu/core/plan'
import { accept, reject } from '@guatu/core/shared'
import type { ReportText } from '@guatu/core/text'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type Approval, openApprovals } from '../platform/approval.ts'
import { type Ask, doorsOf, type Ground, versionConflict } from '../platform/http.ts'
import { addTask } from './add-task.ts'
import { adopterOf } from './adopt-source.ts'
import { versionMade } from './approvals.ts'
import { holdPlans, newestPlan, versionsOf } from './plan-store.ts'
import type { WordsFor } from './present.ts'
import type { ReadPaper } from './read-paper.ts'
import { sourceFrom } from './receive.ts'
import { sourceRoutes } from './source-routes.ts'
import { versionsSince } from './versions-since.ts'

export interface PlanNeeds {
  readonly readPaper: ReadPaper
  readonly readWords: (words: string) => ReportText
  readonly wordsFor: WordsFor
}

const byYear = z.object({ year: z.coerce.number().int().min(2000).max(2100) })

/** Papers and their review, the plans that come of them, and how an adopted plan changes. */
export function planRoutes(
  app: FastifyInstance,
  ground: Ground,
  needs: PlanNeeds,
  approvals: readonly Approval[],
): void {
  const doors = doorsOf(app, ground)
  const { read, write } = doors
  openApprovals(doors, approvals)
  sourceRoutes(app, ground, needs)

  read('GET /api/plans', { reply: z.object({ years: z.array(versionMade) }) }, async ({ office }, tx) =>
    accept({ years: await versionsOf(tx, office.id) }),
  )

  write(
    'POST /api/plans/:year/tasks',
    { params: byYear, body: contract.addTask, reply: versionMade, status: 201 },
    async (ask, tx) => {
      const { body } = ask
      const { year } = ask.params
      await holdPlans(tx, ask.office.id)
      const before = await newestPlan(tx, ask.office.id, year)
      if (!before) return reject(reviewProblems('plan.version_unknown', { year }))
      if (ask.version !== before.version) {
        const since = await versionsSince(tx, ask.office.id, year, ask.version)
        return versionConflict(ask.version, before.version, { since })
      }
      // A leading number makes the words an item; which number the task gets in the plan is the person's to say.
      const report = needs.readWords(`1.${body.words}`)
      const paper = {
        fileName: '手工录入.txt',
        bytes: Buffer.from(body.words, 'utf8'),
        report,
        reading: planFromText(report),
      }
      const source = sourceFrom({ ...body, ...paper, year, title: body.sourceTitle, series: '' }, ask)
      return addTask(tx, adopterOf(ask as Ask), before, body, source)
    },
  )
}
