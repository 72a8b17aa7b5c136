import type { Review } from '@guatu/contract'
import { type KeyboardEvent, memo, useMemo } from 'react'
import { cx } from '../../ui/cx.ts'
import { type Segment, segmentsOf } from '../../ui/segments.ts'
import { m } from '../../words/index.ts'
import { lookName, type Mark, marksOf } from './marks.ts'
import { type Paragraph, paragraphsOf } from './paragraphs.ts'
import styles from './report.module.css'
import { selectByKey, startAttribute } from './selection.ts'

interface ReportProps {
  readonly review: Review
  readonly active: string | null
  readonly onChoose: (key: string) => void
}

/** The source's own words, line by line, every phrase underlined by how far its review has got. */
export function Report({ review, active, onChoose }: ReportProps) {
  const lines = useMemo(() => linesOf(review), [review])
  const first = lines.findIndex(({ segments }) => segments.some(({ phrase }) => phrase?.key === active))
  return (
    <div className={styles.report} lang="zh-CN">
      {lines.map(({ paragraph, segments }, i) => (
        <Line
          key={paragraph.at.start}
          text={review.text}
          paragraph={paragraph}
          segments={segments}
          active={segments.some(({ phrase }) => phrase?.key === active) ? active : null}
          reachable={i === Math.max(0, first)}
          onChoose={onChoose}
        />
      ))}
    </div>
  )
}

function linesOf(review: Review): { paragraph: Paragraph; segments: Segment<Mark>[] }[] {
  const marks = marksOf(review)
  const paragraphs = paragraphsOf(
    review.text,
    review.tasks,
    review.areas.map((area) => area.at),
  )
  return paragraphs.map((paragraph) => ({ paragraph, segments: segmentsOf(paragraph.at, marks) }))
}

interface LineProps {
  readonly text: string
  readonly paragraph: Paragraph
  readonly segments: readonly Segment<Mark>[]
  readonly active: string | null
  /** One line is in the tab order: the one with the chosen phrase. */
  readonly reachable: boolean
  readonly onChoose: (key: string) => void
}

const Line = memo(function Line({ text, paragraph, segments, active, reachable, onChoose }: LineProps) {
  const select = (event: KeyboardEvent<HTMLElement>) => {
    if (selectByKey(event.currentTarget, event.key, event.shiftKey)) event.preventDefault()
  }
  return (
    <div className={cx(styles.line, paragraph.heading && styles.heading, paragraph.task === null && styles.outside)}>
      <span className={styles.number}>{paragraph.number}</span>
      <p
        className={styles.words}
        data-line={paragraph.at.start}
        tabIndex={reachable ? 0 : -1}
        onKeyDown={select}
        aria-keyshortcuts="Shift+ArrowRight"
      >
        {segments.map(({ at, phrase }) => {
          const words = text.slice(at.start, at.end)
          if (!phrase)
            return (
              <span key={at.start} {...{ [startAttribute]: at.start }}>
                {words}
              </span>
            )
          return (
            <Phrase key={at.start} mark={phrase} start={at.start} lit={phrase.key === active} onChoose={onChoose}>
              {words}
            </Phrase>
          )
        })}
      </p>
    </div>
  )
})

/** A link, never a button: a button is one box that does not wrap and breaks the line's justification. */
function Phrase({
  mark,
  start,
  lit,
  onChoose,
  children,
}: {
  readonly mark: Mark
  readonly start: number
  readonly lit: boolean
  readonly onChoose: (key: string) => void
  readonly children: string
}) {
  const why = mark.why === '' ? lookName(mark.look) : `${lookName(mark.look)}：${mark.why}`
  return (
    <a
      href={`#${mark.key}`}
      className={cx(styles.phrase, styles[mark.look], lit && styles.lit)}
      title={why}
      aria-label={m.review_phrase({ state: lookName(mark.look), words: children })}
      aria-current={lit || undefined}
      tabIndex={lit ? 0 : -1}
      data-phrase={mark.key}
      {...{ [startAttribute]: start }}
      onClick={(event) => {
        event.preventDefault()
        // Words that are being selected are not being chosen.
        if (getSelection()?.isCollapsed !== false) onChoose(mark.key)
      }}
    >
      {children}
    </a>
  )
}
