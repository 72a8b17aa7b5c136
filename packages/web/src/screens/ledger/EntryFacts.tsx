import type { EntryTargets, SaidFact, Words } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { entryTargetsQuery } from '../../api/registers.ts'
import { useAsOf } from '../../shell/url.ts'
import { Badge } from '../../ui/Badge.tsx'
import { linkClass } from '../../ui/link.ts'
import { m, say } from '../../words/index.ts'
import styles from './ledger.module.css'

/** What a row counts for, whether it does and why: each fact up to the sentence of the report. */
export function EntryFacts({ entryId, facts }: { readonly entryId: string; readonly facts: readonly SaidFact[] }) {
  const asOf = useAsOf()
  const targets = useQuery(entryTargetsQuery(entryId, asOf)).data
  if (facts.length === 0) return <p className={styles.people}>{m.ledger_no_facts()}</p>
  return (
    <ul className={styles.facts}>
      {facts.map((fact) => (
        <li key={fact.id} className={styles.fact}>
          <FactLine fact={fact} overruled={targets?.overruled.find(({ target }) => target === fact.target?.id)} />
          {fact.target && <Sentence {...fact.target} />}
          {targets && fact.measure !== null && <LedOn measure={fact.measure} targets={targets} />}
        </li>
      ))}
    </ul>
  )
}

interface LineProps {
  readonly fact: SaidFact
  /** The indicator that gives the number of the target in place of rows that name it. */
  readonly overruled: EntryTargets['overruled'][number] | undefined
}

function FactLine({ fact: { serves, quantity, unit, trueOn, subject, counted, because }, overruled }: LineProps) {
  const said = overruled ? m.ledger_overruled({ indicator: say(overruled.indicator) }) : say(because)
  return (
    <div>
      <strong>{say(serves)}</strong> {quantity}
      {unit} · {trueOn}
      {subject !== '' && ` · ${subject}`} <Badge tone={counted && !overruled ? 'green' : 'plain'}>{said}</Badge>
    </div>
  )
}

/** 指标 → 目标 → 报告原句: what reads the measure of a fact, and what gets its number from that. */
function LedOn({ measure, targets }: { readonly measure: string; readonly targets: EntryTargets }) {
  const indicators = targets.measures.find((one) => one.measure === measure)?.indicators ?? []
  if (indicators.length === 0) return <p className={styles.people}>{m.ledger_no_indicator()}</p>
  return (
    <ul className={styles.facts}>
      {indicators.map(({ id, label, says, targets: bound }) => (
        <li key={id} className={styles.fact}>
          <div>
            {m.ledger_read_by({ indicator: say(label) })} <span className={styles.people}>{say(says)}</span>
          </div>
          {bound.length === 0 && <p className={styles.people}>{m.ledger_no_target()}</p>}
          {bound.map((target) => (
            <Sentence key={target.id} {...target} />
          ))}
        </li>
      ))}
    </ul>
  )
}

interface SentenceProps {
  readonly code: string
  readonly taskId: string
  readonly task: string
  readonly sentence: string
  /** Whether the row counts for the target, and why or why not; left out where the fact itself says so. */
  readonly counted?: boolean
  readonly because?: Words
}

/** The sentence of the report, and the way to its target. */
function Sentence({ code, taskId, task, sentence, counted = false, because }: SentenceProps) {
  return (
    <blockquote className={styles.sentence} lang="zh-CN">
      {sentence}{' '}
      <Link to="/tasks/$taskId" params={{ taskId }} search={keep} hash={code} className={linkClass}>
        {code} {task}
      </Link>
      {because && (
        <>
          {' '}
          <Badge tone={counted ? 'green' : 'plain'}>{say(because)}</Badge>
        </>
      )}
    </blockquote>
  )
}

const keep = (now: Record<string, unknown>) => now
