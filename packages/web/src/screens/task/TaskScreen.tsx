import type { Me, Plan, PlanTask } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { meQuery } from '../../api/me.ts'
import { planHoldingQuery } from '../../api/plans.ts'
import { taskQuery } from '../../api/tasks.ts'
import { useAsOf } from '../../shell/url.ts'
import { LightMark } from '../../ui/LightMark.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { linkClass } from '../../ui/link.ts'
import { Page } from '../../ui/Page.tsx'
import { Note } from '../../ui/ProblemNote.tsx'
import { segmentsOf } from '../../ui/segments.ts'
import { dayWords, instantWords } from '../../words/dates.ts'
import { m, say } from '../../words/index.ts'
import { sourceKindName } from '../../words/source.ts'
import { dueWords } from '../../words/target.ts'
import { phrasesOf } from './sentence.ts'
import { TargetPart } from './TargetPart.tsx'
import styles from './task.module.css'

/** 任务: the sentence, what was promised in it, and how it stands on the day asked for, as it was known then. */
export default function TaskScreen() {
  const { taskId = '' } = useParams({ strict: false })
  const asOf = useAsOf()
  const task = useQuery(taskQuery(taskId, asOf))
  const me = useQuery(meQuery)
  return (
    <Loaded query={task}>{(loaded) => <Loaded query={me}>{(who) => <Task task={loaded} me={who} />}</Loaded>}</Loaded>
  )
}

function Task({ task, me }: { readonly task: PlanTask; readonly me: Me }) {
  const { on, known } = useAsOf()
  const plan = useQuery(planHoldingQuery(task.id, { on, known })).data ?? null
  const past = (on !== undefined && on !== me.office.today) || known !== undefined
  return (
    <Page
      title={m.task_title({ number: task.number, title: task.title })}
      tools={<LightMark light={task.light} size={26} />}
    >
      {past && (
        <div className={styles.banner}>
          <Note tone="ink">{pastWords(on ?? me.office.today, known)}</Note>
        </div>
      )}
      <Sentence task={task} />
      <Facts task={task} plan={plan} />
      {task.uncheckable && <Note>{m.task_uncheckable({ why: say(task.uncheckable) })}</Note>}
      {task.targets.map((target) => (
        <TargetPart key={target.id} target={target} task={task} plan={plan} me={me} past={past} />
      ))}
    </Page>
  )
}

const pastWords = (on: string, known: string | undefined): string =>
  known === undefined
    ? m.task_as_known({ day: dayWords(on) })
    : m.task_as_known_at({ day: dayWords(on), at: instantWords(known) })

function Sentence({ task }: { readonly task: PlanTask }) {
  const { sentence } = task
  const whole = { start: 0, end: sentence.length }
  return (
    <blockquote className={styles.sentence} lang="zh-CN">
      {segmentsOf(whole, phrasesOf(task)).map(({ at, phrase }) => {
        const words = sentence.slice(at.start, at.end)
        if (!phrase) return <span key={at.start}>{words}</span>
        return (
          <a key={at.start} href={`#${phrase.code}`} className={styles.phrase}>
            {words}
          </a>
        )
      })}
    </blockquote>
  )
}

function Facts({ task, plan }: { readonly task: PlanTask; readonly plan: Plan | null }) {
  const owners: readonly (readonly [string, readonly string[]])[] = [
    [m.review_lead(), task.lead],
    [m.review_support(), task.support],
    [m.review_leaders(), task.leaders],
  ]
  return (
    <dl className={styles.facts}>
      {owners.map(([label, names]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{names.length === 0 ? m.task_not_said() : names.join('、')}</dd>
        </div>
      ))}
      <div>
        <dt>{m.review_due()}</dt>
        <dd>{task.due === null ? m.task_not_said() : dueWords(task.due)}</dd>
      </div>
      <div>
        <dt>{m.task_source()}</dt>
        <dd>
          <Link to="/sources/$sourceId" params={{ sourceId: task.source.id }} className={linkClass}>
            {task.source.title}
          </Link>
          {`　${sourceKindName(task.source.kind)}　${dayWords(task.source.datedOn)}`}
        </dd>
      </div>
      {plan && (
        <div>
          <dt>{m.settle_version()}</dt>
          <dd>{versionWords(plan)}</dd>
        </div>
      )}
    </dl>
  )
}

/** The version of the plan that is shown, when and why it was made; the first has nothing to explain. */
function versionWords({ version, versions }: Plan): string {
  const held = versions.find((one) => one.version === version)
  const says = m.settle_version_says({ version })
  return held === undefined || version === 1
    ? says
    : `${says}　${dayWords(held.adoptedOn)}　${held.says}　${m.settle_words_stand()}`
}
