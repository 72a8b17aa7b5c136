import type { Me } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { may, meQuery } from '../../api/me.ts'
import { buttonClass } from '../../ui/Button.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { Note } from '../../ui/ProblemNote.tsx'
import { m } from '../../words/index.ts'
import { ConfirmPart } from './ConfirmPart.tsx'
import { ImportPart } from './ImportPart.tsx'
import type { Printing } from './printing.ts'
import styles from './roster.module.css'
import { SlipPaper } from './SlipPaper.tsx'
import { SlipsPart } from './SlipsPart.tsx'

/** 人员导入: the roster out, in, looked at and applied; then holdings confirmed and slips of paper printed. */
export default function RosterScreen() {
  const me = useQuery(meQuery)
  const [printing, setPrinting] = useState<Printing | null>(null)
  if (printing) return <SlipPaper printing={printing} back={() => setPrinting(null)} />
  return (
    <Loaded query={me}>
      {(who) => (
        <Page title={m.nav_roster()} says={m.roster_says()}>
          <Parts me={who} print={setPrinting} />
        </Page>
      )}
    </Loaded>
  )
}

function Parts({ me, print }: { readonly me: Me; readonly print: (printing: Printing) => void }) {
  const isFormal = me.office.kind === 'formal'
  const duties: readonly string[] = me.officer.duties
  // In an office in earnest the administrators do it, one applying and another confirming.
  const applies = may(me, 'POST /api/roster/preview') && (!isFormal || duties.includes('systemAdmin'))
  const confirms = may(me, 'POST /api/holdings/confirm') && (!isFormal || duties.includes('securityAdmin'))
  if (!applies && !confirms) return <Note>{m.roster_not_yours()}</Note>
  return (
    <>
      {applies && <GetPart />}
      {applies && <ImportPart />}
      {confirms && <ConfirmPart />}
      {isFormal && may(me, 'POST /api/roster/slips') && <SlipsPart print={print} />}
    </>
  )
}

function GetPart() {
  return (
    <Section title={m.roster_get()}>
      <p className={styles.says}>{m.roster_get_says()}</p>
      <div className={styles.actions}>
        <a href="/api/roster/template" download className={buttonClass({})}>
          {m.roster_template()}
        </a>
        <a href="/api/roster" download className={buttonClass({})}>
          {m.roster_present()}
        </a>
      </div>
    </Section>
  )
}
