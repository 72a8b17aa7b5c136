import type { BoundTarget, Indicator, Problem } from '@guatu/contract'
import { shownValue, unitWords } from '@guatu/core/shared'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choices.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { SelectBar } from '../../ui/Select.tsx'
import { instantWords } from '../../words/dates.ts'
import { m, say } from '../../words/index.ts'
import { badgeWords } from '../../words/light.ts'
import styles from './indicators.module.css'

interface LineProps {
  readonly target: BoundTarget
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly mayBind: boolean
  readonly ticked: boolean
  readonly onTick: (on: boolean) => void
  readonly onBind: (indicator: string | null) => void
  readonly refusal: Problem | null
}

/** One target: what gives its number, or what might, and the way to another. */
export function TargetLine({ target, indicators, mayBind, ticked, onTick, onBind, refusal }: LineProps) {
  const { code, binding, proposal, says, task } = target
  const chosen = indicators.get(binding?.indicator ?? proposal?.indicator ?? '')
  return (
    <li className={styles.row}>
      <div className={styles.about}>
        <span className={styles.name}>
          {mayBind && binding === null && proposal && (
            <Checkbox label={m.indicators_tick({ code })} hideLabel checked={ticked} onChange={onTick} />
          )}
          <span>{code}</span>
          <span>{says}</span>
        </span>
        <span className={styles.task}>
          {task.number}. {task.title}
        </span>
      </div>
      <div className={styles.source}>
        {chosen ? (
          <>
            <span className={styles.name}>
              {say(chosen.label)}
              {chosen.proxy && <Badge>{m.indicators_proxy()}</Badge>}
              <State target={target} />
              {target.stale && <Badge tone="red">{badgeWords({ kind: 'stale', since: target.stale.since })}</Badge>}
              {target.gaps && <Badge tone="red">{badgeWords({ kind: 'gaps', ...target.gaps })}</Badge>}
            </span>
            <span>{say(chosen.says)}</span>
            <Figures target={target} indicator={chosen} />
            <Since target={target} />
          </>
        ) : (
          <span>{m.indicators_no_proposal()}</span>
        )}
        {refusal && <ProblemNote problem={refusal} />}
      </div>
      {mayBind && <Acts target={target} indicators={indicators} onBind={onBind} />}
    </li>
  )
}

function State({ target: { binding, proposal } }: Pick<LineProps, 'target'>) {
  if (binding) return binding.evidenceOnly ? <Badge tone="yellow">{m.indicators_evidence_only()}</Badge> : null
  if (!proposal) return null
  return proposal.sure ? <Badge tone="green">{m.indicators_sure()}</Badge> : <Badge>{m.indicators_likely()}</Badge>
}

/** What it comes to today; of a proposal also what it is without it, so that nobody confirms a number unseen. */
function Figures({ target, indicator }: { readonly target: BoundTarget; readonly indicator: Indicator }) {
  const { binding, gives, named, unit, printedUnit } = target
  if (!gives) return null
  const figure = gives.value === null ? m.indicators_no_figure() : `${gives.value}${unitWords(indicator.unit)}`
  const says = say(gives.says)
  if (binding) return <span className={styles.task}>{m.indicators_today({ figure, says })}</span>
  const now = `${shownValue(named, printedUnit)}${unitWords(unit, printedUnit)}`
  return <span className={styles.task}>{m.indicators_would({ now, figure, says })}</span>
}

function Since({ target: { binding } }: Pick<LineProps, 'target'>) {
  if (!binding) return null
  const { by: name, since, because, evidenceOnly } = binding
  const at = instantWords(since)
  return (
    <span className={styles.task}>
      {because === '' ? m.indicators_bound_by({ name, at }) : m.indicators_bound_because({ name, at, because })}
      {evidenceOnly && ` ${m.indicators_evidence_says()}`}
    </span>
  )
}

function Acts({ target, indicators, onBind }: Pick<LineProps, 'target' | 'indicators' | 'onBind'>) {
  const { code, binding, fits } = target
  const choices = fits.flatMap((id) => {
    const one = indicators.get(id)
    return one && id !== binding?.indicator ? [{ value: id, label: say(one.label) }] : []
  })
  return (
    <div className={styles.acts}>
      <SelectBar
        label={m.indicators_choose({ code })}
        placeholder={m.indicators_choose_hint()}
        value={null}
        onChange={onBind}
        choices={choices}
      />
      {binding && (
        <Button aria-label={m.indicators_end_named({ code })} onClick={() => onBind(null)}>
          {m.indicators_end()}
        </Button>
      )}
    </div>
  )
}
