import type { IssuedKey } from '@guatu/contract'
import { useEffect, useRef } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { Note } from '../../ui/ProblemNote.tsx'
import { m } from '../../words/index.ts'
import styles from './source-systems.module.css'

/** A key that was given just now, to which system. */
export type Issued = IssuedKey & { readonly system: string }

/** 来源系统密钥, this once. Leaving the page loses it. */
export function KeySlip({ issued: { key, system }, onDone }: { readonly issued: Issued; readonly onDone: () => void }) {
  const done = useRef<HTMLButtonElement>(null)
  useEffect(() => done.current?.focus(), [])
  return (
    <Page
      title={m.source_systems_title()}
      tools={
        <Button ref={done} look="primary" onClick={onDone}>
          {m.source_systems_key_seen_it()}
        </Button>
      }
    >
      <Note>{m.source_systems_key_once()}</Note>
      <section className={styles.slip} aria-label={m.source_systems_key_is({ system })}>
        <p>{m.source_systems_key_is({ system })}</p>
        <p>{m.source_systems_key_how()}</p>
        <code>Authorization: Bearer {key}</code>
      </section>
    </Page>
  )
}
