import type { Explanation, PlanTask, WallChart } from '@guatu/contract'
import { shownValue, unitWords } from '@guatu/core/shared'
import { useEffect, useRef } from 'react'
import { problemOf } from '../../api/problem.ts'
import { asOfSearch, getExplanation, getTask, type WallAsked } from '../../api/wall.ts'
import { LightShape } from '../../ui/LightShape.tsx'
import { shortDayWords } from '../../words/dates.ts'
import { m, say } from '../../words/index.ts'
import { badgeWords, lightName } from '../../words/light.ts'
import { markPhrases } from './phrases.ts'
import styles from './sheet.module.css'
import { useAsked } from './use-asked.ts'
import type { Picked } from './use-picked.ts'
import { areaNumeral } from './wording.ts'

interface SheetProps {
  readonly chart: WallChart
  readonly picked: Picked
  readonly asOf: WallAsked
}

/** A task taken down from the wall: the words of the report, each target with its bar, and the rows behind it. */
export function Sheet({ chart, picked, asOf }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const { area, task, close } = picked
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    // Otherwise the browser goes to the first button, at the foot, past everything there is to read.
    title.current?.focus()
  }, [])
  const address = `/tasks/${task.id}${asOfSearch(asOf)}`
  return (
    <dialog
      ref={dialog}
      className={styles.sheet}
      aria-labelledby="sheet-title"
      onClose={close}
      onKeyDown={(event) => event.stopPropagation()}
      // A click on the dimmed wall comes here too, from a place beside the panel.
      onClick={({ target, clientX }) => {
        if (target === dialog.current && clientX < dialog.current.offsetLeft) dialog.current.close()
      }}
    >
      <form method="dialog" className={styles.cross}>
        <button type="submit" aria-label={m.close()}>
          ×
        </button>
      </form>
      <p className={styles.area}>
        {areaNumeral(area.number)}　{area.title}
      </p>
      <h2 id="sheet-title" ref={title} tabIndex={-1}>
        <span>{task.number}</span>
        {task.title}
      </h2>
      {task.id !== null && <Working id={task.id} chart={chart} asOf={asOf} />}
      <div className={styles.foot}>
        <form method="dialog">
          <button type="submit">{m.wall_back()}</button>
        </form>
        <a href={address}>{m.wall_to_task()}</a>
      </div>
    </dialog>
  )
}

interface Worked {
  readonly task: PlanTask
  readonly explained: readonly Explanation[]
}

async function work(id: string, asOf: WallAsked, signal: AbortSignal): Promise<Worked> {
  const task = await getTask(id, { on: asOf.on, known: asOf.known }, signal)
  const explained = await Promise.all(
    task.targets.map((target) => getExplanation(target.id, { on: asOf.on, known: asOf.known }, signal)),
  )
  return { task, explained }
}

function Working({ id, chart, asOf }: { readonly id: string; readonly chart: WallChart; readonly asOf: WallAsked }) {
  // `knownAt` moves with every change in the office, and so the sheet that hangs open follows.
  const asked = useAsked(`${id} ${chart.on} ${chart.knownAt}`, (signal) => work(id, asOf, signal))
  if (asked.error !== undefined) return <p role="alert">{say(problemOf(asked.error).says)}</p>
  if (!asked.data)
    return (
      <p role="status" data-loading="">
        {m.loading()}
      </p>
    )
  const { task, explained } = asked.data
  return (
    <>
      <Sentence task={task} />
      <Targets targets={task.targets} />
      <Rows explained={explained} />
    </>
  )
}

function Sentence({ task }: { readonly task: PlanTask }) {
  const spans = task.targets.flatMap((target) => (target.at ? [target.at] : []))
  return (
    <figure className={styles.sentence}>
      <blockquote>
        {markPhrases(task.sentence, task.at?.start ?? 0, spans).map((piece) =>
          piece.marked ? <mark key={piece.start}>{piece.words}</mark> : <span key={piece.start}>{piece.words}</span>,
        )}
      </blockquote>
      <figcaption>
        {m.wall_source({ title: task.source.title })}
        {task.lead.length > 0 && `　${m.wall_lead({ units: task.lead.join('、') })}`}
      </figcaption>
    </figure>
  )
}

function Targets({ targets }: { readonly targets: PlanTask['targets'] }) {
  if (targets.length === 0) return <p className={styles.none}>{m.wall_no_target()}</p>
  return (
    <ul className={styles.targets}>
      {targets.map((target) => (
        <TargetRow key={target.id} target={target} />
      ))}
    </ul>
  )
}

const share = (ratio: string | null): number | null => (ratio === null ? null : Math.min(1, Math.max(0, Number(ratio))))

function TargetRow({ target }: { readonly target: PlanTask['targets'][number] }) {
  const { working } = target
  const done = share(working.attainment)
  // Where the plan stands, on the bar of the target: planned ÷ target is attainment ÷ ratio.
  const plan =
    target.value !== null && working.planned !== null && Number(target.value) > 0
      ? share(String(Number(working.planned) / Number(target.value)))
      : null
  return (
    <li data-light={working.light}>
      <span className={styles.subject}>
        <svg viewBox="0 0 24 24" role="img" aria-label={lightName(working.light)}>
          <LightShape light={working.light} x={12} y={12} r={11} />
        </svg>
        {target.subject || target.says}
      </span>
      <span className={styles.figure}>
        {working.actual !== null && <b>{shownValue(working.actual, target.printedUnit)}</b>}
        {target.value !== null &&
          `${working.actual === null ? '' : '/'}${shownValue(target.value, target.printedUnit)}${unitWords(target.unit, target.printedUnit)}`}
      </span>
      {done !== null && (
        <span className={styles.bar} aria-hidden="true">
          <i style={{ width: `${done * 100}%` }} />
          {plan !== null && <u style={{ left: `${plan * 100}%` }} />}
        </span>
      )}
      <span className={styles.reason}>
        {say(working.says)}
        {working.badges.map((badge) => (
          <em key={badge.kind}>{badgeWords(badge)}</em>
        ))}
      </span>
    </li>
  )
}

const rowsMax = 12

/** The newest rows of all targets, counted or not, and why not. */
function Rows({ explained }: { readonly explained: readonly Explanation[] }) {
  const rows = explained
    .flatMap(({ rows, target }) =>
      rows.map((row) => ({
        ...row,
        shown: `${shownValue(row.quantity, target.printedUnit)}${unitWords(target.unit, target.printedUnit)}`,
        key: target.id + row.entryId,
      })),
    )
    .sort((a, b) => b.trueOn.localeCompare(a.trueOn))
  return (
    <section className={styles.rows} aria-label={m.wall_rows()}>
      {rows.length === 0 && <p className={styles.none}>{m.wall_no_rows()}</p>}
      <ol>
        {rows.slice(0, rowsMax).map((row) => (
          <li key={row.key} data-counted={row.counted}>
            <time dateTime={row.trueOn}>{shortDayWords(row.trueOn)}</time>
            <span>
              {m.wall_row({ unit: row.unit, quantity: row.shown })}
              {row.note && `　${row.note}`}
              {!row.counted && <em>{`${m.wall_row_not()}：${say(row.because)}`}</em>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
