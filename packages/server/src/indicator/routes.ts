import * as contract from '@guatu/contract'
import { type Indicator, proposeBindings, treeWords, unitsIn } from '@guatu/core/indicator'
import type { PlannedTarget } from '@guatu/core/plan'
import { accept, dayOf, shownExact, shownValue } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type Registers, rowFor } from '../fact/index.ts'
import { officersOf } from '../office/index.ts'
import { type AdoptedPlan, planKnown } from '../plan/index.ts'
import { noteChanged } from '../platform/audit/changed.ts'
import { doorsOf, type Ground, versionConflict } from '../platform/http.ts'
import { asOfFrom } from '../platform/office.ts'
import { bindTargets } from './bind.ts'
import type { Catalogue } from './catalogue.ts'
import { type Numbers, numbersBy } from './numbers.ts'
import { type Binding, bindingsAsOf, bindingVersion, holdBindings } from './store.ts'
import { targetsServed } from './targets-served.ts'

const presentIndicator = (indicator: Indicator, { measures, crosswalk }: Catalogue): contract.Indicator => ({
  id: indicator.id,
  label: indicator.label,
  unit: indicator.unit,
  says: treeWords(indicator.of, measures),
  owner: indicator.owner,
  source: indicator.source,
  proxy: indicator.proxy ?? false,
  books: crosswalk.filter((line) => line.indicator === indicator.id).map(({ book }) => book),
})

function saysOf({ subject, words }: PlannedTarget): string {
  if (!words) return subject
  const unit = words.printedUnit || words.unit
  return `${subject} ${shownValue(words.value, unit)}${unit}`
}

type Described = Omit<contract.BoundTarget, 'stale' | 'gaps' | 'named' | 'gives'>

/** Every target that has a figure, with what gives its number or might. */
function targetsOf(
  { plan }: AdoptedPlan,
  bindings: ReadonlyMap<string, Binding>,
  people: ReadonlyMap<string, string>,
  { indicators }: Catalogue,
): Described[] {
  const figures = plan.tasks.flatMap((task) =>
    task.targets.filter(({ kind, words }) => kind === 'target' && words !== null).map((target) => ({ target, task })),
  )
  const free = figures.filter(({ target }) => !bindings.has(target.key))
  const used = new Set([...bindings.values()].map(({ indicator }) => indicator))
  const proposals = new Map(
    proposeBindings(
      free,
      indicators.filter(({ id }) => !used.has(id)),
    ).map((one) => [one.target, one]),
  )
  return figures.map(({ target, task }) => {
    const binding = bindings.get(target.key)
    const proposal = proposals.get(target.key)
    const unit = target.words?.printedUnit || target.words?.unit || ''
    return {
      id: target.key,
      code: target.code,
      says: saysOf(target),
      task: { number: task.number, title: task.title },
      binding: binding
        ? {
            indicator: binding.indicator,
            evidenceOnly: binding.evidenceOnly,
            since: binding.boundAt,
            by: people.get(binding.boundBy) ?? '',
            because: binding.because,
          }
        : null,
      unit: target.words?.unit ?? '',
      printedUnit: target.words?.printedUnit ?? '',
      proposal: proposal ? { indicator: proposal.indicator, score: proposal.score, sure: proposal.sure } : null,
      fits: indicators.filter((one) => unitsIn(one.unit, unit) !== null).map(({ id }) => id),
    }
  })
}

/** What gives the number of each target, or would if what is proposed were confirmed. */
const chosenFor = (targets: readonly Described[]) =>
  new Map(
    targets.flatMap(({ id, binding, proposal }) => {
      const indicator = binding?.indicator ?? proposal?.indicator
      return indicator === undefined ? [] : [[id, { indicator, evidenceOnly: binding?.evidenceOnly ?? false }] as const]
    }),
  )

const placesShown = 2

/** A target with its figures of today: what its own rows come to, and what the indicator gives or would give. */
function withFigures(target: Described, { tallyOf, measuredOf }: Numbers): contract.BoundTarget {
  const number = measuredOf(target.id)
  const isBound = target.binding !== null
  return {
    ...target,
    stale: (isBound && number?.stale) || null,
    gaps: (isBound && number?.gaps) || null,
    named: tallyOf(target.id).verified,
    gives: number && {
      value: number.verified.value && shownExact(number.verified.value, placesShown),
      says: number.verified.says,
    },
  }
}

/** Which indicator gives the number of which target: proposed by words and unit, bound by a person. */
export function indicatorRoutes(
  app: FastifyInstance,
  ground: Ground,
  catalogue: Catalogue,
  { of: registerOf }: Registers,
): void {
  const { read, write } = doorsOf(app, ground)
  const byYear = z.object({ year: z.coerce.number().int() })

  read(
    'GET /api/entries/:id/targets',
    { params: z.object({ id: contract.id }), query: contract.asOfQuery, reply: contract.entryTargets },
    async (ask, tx) => {
      const asOf = asOfFrom(ask.query, ask.now)
      const found = await rowFor(tx, ask, registerOf, asOf)
      return found.ok ? accept(await targetsServed(tx, ask.office.id, found.value, asOf, catalogue)) : found
    },
  )

  read(
    'GET /api/plans/:year/bindings',
    { params: byYear, reply: contract.bindings },
    async ({ office, params, now }, tx) => {
      const known = await planKnown(tx, office.id, params.year, now)
      if (!known.ok) return known
      const bindings = await bindingsAsOf(tx, office.id, params.year, now)
      const people = new Map((await officersOf(tx, office.id)).map(({ id, name }) => [id, name]))
      const targets = targetsOf(known.value, bindings, people, catalogue)
      const today = { on: dayOf(now), knownAt: now }
      const ids = targets.map(({ id }) => id)
      const numbers = await numbersBy(chosenFor(targets), tx, office.id, params.year, ids, today, catalogue)
      return accept({
        year: params.year,
        version: await bindingVersion(tx, office.id, params.year),
        targets: targets.map((target) => withFigures(target, numbers)),
        indicators: catalogue.indicators.map((one) => presentIndicator(one, catalogue)),
      })
    },
  )

  write(
    'POST /api/plans/:year/bindings',
    { params: byYear, body: contract.bindTargets, reply: contract.boundTargets },
    async (ask, tx) => {
      const { office, seat, params, body, now } = ask
      await holdBindings(tx, office.id, params.year)
      const known = await planKnown(tx, office.id, params.year, now)
      if (!known.ok) return known
      const version = await bindingVersion(tx, office.id, params.year)
      if (ask.version !== version) return versionConflict(ask.version, version)
      const bindings = await bindingsAsOf(tx, office.id, params.year, now)
      const act = { officeId: office.id, officerId: seat.officerId, now, because: body.because }
      const done = await bindTargets(tx, act, { adopted: known.value, bindings, version }, body.bindings, catalogue)
      const named = new Set(body.bindings.map(({ target }) => target))
      const before = [...bindings.values()].filter(({ targetId }) => named.has(targetId))
      noteChanged(tx, before.length > 0 ? before : null, body.bindings)
      return accept({ bound: done.bound, evidenceOnly: [...done.evidenceOnly], refused: [...done.refused] })
    },
  )
}
