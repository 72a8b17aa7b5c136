import { type ReactNode, useEffect } from 'react'
import { m } from '../words/index.ts'
import { cx } from './cx.ts'
import { PaperHead } from './PaperHead.tsx'
import styles from './page.module.css'
import { ScreenFrame, unframed } from './screen-frame.ts'

/** A screen's frame: serif title, one line below it, tools at the right. Sets the title of the browser's tab. */
export function Page({
  title,
  says,
  tools,
  wide = false,
  ofMachine = false,
  paper = 'portrait',
  children,
}: {
  readonly title: string
  readonly says?: ReactNode
  readonly tools?: ReactNode
  /** For tables and pairs of panes that use the whole width. */
  readonly wide?: boolean
  /** Its paper belongs to no office, or to another than the one I sit in. */
  readonly ofMachine?: boolean
  /** How its paper lies: tables of many columns lie across. */
  readonly paper?: 'portrait' | 'landscape'
  readonly children: ReactNode
}) {
  useEffect(() => {
    document.title = `${title} · ${m.app_name()}`
  }, [title])
  return (
    <div className={cx(wide ? styles.wide : styles.page, paper === 'landscape' && styles.landscape)}>
      {!ofMachine && <PaperHead />}
      <header className={styles.head}>
        <div className={styles.titles}>
          <h1 className={styles.title}>{title}</h1>
          {says !== undefined && <div className={styles.says}>{says}</div>}
        </div>
        {tools !== undefined && <div className={styles.tools}>{tools}</div>}
      </header>
      <ScreenFrame value={unframed}>{children}</ScreenFrame>
    </div>
  )
}

/** A part of a page under an ink rule. */
export function Section({
  title,
  tools,
  children,
}: {
  readonly title: string
  readonly tools?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h2 className={styles.sectionTitle}>{title}</h2>
        {tools}
      </div>
      {children}
    </section>
  )
}

/** Filters and actions above a table: fields in a row that wraps. */
export function Bar({ children }: { readonly children: ReactNode }) {
  return <div className={styles.bar}>{children}</div>
}
