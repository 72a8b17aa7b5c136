import type { Explanation, Me, Plan, PlanTask } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { may } from '../../api/me.ts'
import { workingQuery } from '../../api/tasks.ts'
import { Curve } from '../../charts/curve/Curve.tsx'
import { useAsOf } from '../../shell/url.ts'
import { Badge } from '../../ui/Badge.tsx'
import { LightMark } from '../../ui/LightMark.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { m, say } from '../../words/index.ts'
import { badgeWords } from '../../words/light.ts'
import { dueWords, eventName, goalLine } from '../../words/target.ts'
import { EnterForm } from './EnterForm.tsx'
import { RowsTable } from './RowsTable.tsx'
import { SettlePart } from './SettlePart.tsx'
import { phrasesOf } from './sentence.ts'
import styles from './task.module.css'
import { WorkingFigures } from './WorkingFigures.tsx'

type Target = PlanTask['targets'][number]

interface PartProps {
  readonly target: Target
  readonly task: PlanTask
  /** The plan it stands in; null until it is known. */
  readonly plan: Plan | null
  readonly me: Me
  readonly past: boolean
}

/** One target: its light with the working behind it, the curve, every row looked at, and the form for the next. */
export function TargetPart({ target, task, plan, me, past }: PartProps) {
  const working = useQuery(workingQuery(target.id, useAsOf()))
  const mayEnter = target.feedable && !past && may(me, 'POST /api/registers/:register/entries')
  const maySettle =
    plan !== null && !past && (may(me, 'POST /api/targets/:id/settle') || may(me, 'POST /api/paper-approvals'))
  return (
    <section id={target.code} className={styles.target} aria-label={`${target.code} ${target.subject}`}>
      <header className={styles.targetHead}>
        <span className={styles.code}>{target.code}</span>
        <h2 className={styles.subject}>{target.subject}</h2>
        <span className={styles.goal}>{goalOf(target)}</span>
        <LightMark light={target.working.light} />
        {target.stretch && <Badge>{m.review_stretch()}</Badge>}
        {target.working.badges.map((badge) => (
          <Badge key={badge.kind} tone={badge.kind === 'overdue' ? 'red' : 'plain'}>
            {badgeWords(badge)}
          </Badge>
        ))}
        {maySettle && <SettlePart target={target} quote={quoteOf(target, task)} plan={plan} me={me} />}
      </header>
      <p className={styles.rule}>{say(target.working.says)}</p>
      <Loaded query={working}>{(explained) => <Explained explained={explained} />}</Loaded>
      {mayEnter && <EnterForm target={target} me={me} />}
    </section>
  )
}

/** The words a target was read from, where they stand in this task's sentence; the whole sentence otherwise. */
function quoteOf(target: Target, task: PlanTask): string {
  const phrase = phrasesOf(task).find(({ code }) => code === target.code)
  return phrase ? task.sentence.slice(phrase.at.start, phrase.at.end) : task.sentence
}

function promisedBy({ comparator, value, event, down, ...more }: Target): string {
  if (comparator === null || value === null) return event === null ? '' : eventName(event)
  const goal = goalLine({ ...more, comparator, value })
  return down ? `${m.review_down()} ${goal}` : goal
}

function goalOf(target: Target): string {
  const due = target.due === null ? '' : dueWords(target.due)
  return [promisedBy(target), due].filter((words) => words !== '').join('　')
}

/** Where nobody has reported anything the verified line is not there: silence is not zero. */
const withoutSilence = ({ curve, working }: Explanation): Explanation['curve'] =>
  working.light === 'noData' ? curve.map((point) => ({ ...point, actual: null })) : curve

function Explained({ explained }: { readonly explained: Explanation }) {
  const { target, working, rows, on, span } = explained
  const curve = withoutSilence(explained)
  const unit = target.printedUnit
  return (
    <>
      <WorkingFigures working={working} target={target} />
      {explained.number && <NumberSays number={explained.number} />}
      {curve.length > 0 && (
        <Curve subject={target.subject} curve={curve} on={on} span={span} light={working.light} unit={unit} />
      )}
      {(target.feedable || rows.length > 0) && <RowsTable rows={rows} unit={unit} targetId={target.id} />}
    </>
  )
}

/** What gives the number: its sentence, the figures in it, and the paper it follows. */
function NumberSays({ number }: { readonly number: NonNullable<Explanation['number']> }) {
  return (
    <dl className={styles.number}>
      <dt>{m.indicators_working_says()}</dt>
      <dd>
        {say(number.label)}：{say(number.says)}
        {number.evidenceOnly && ` ${m.indicators_evidence_says()}`}
      </dd>
      <dt>{m.indicators_working_formula()}</dt>
      <dd>{say(number.formula)}</dd>
      <dt>{m.indicators_working_source()}</dt>
      <dd>{number.source}</dd>
    </dl>
  )
}
