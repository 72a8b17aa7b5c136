import type { PrintedCheckpoint } from '@guatu/contract'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { instantWords } from '../../words/dates.ts'
import { m } from '../../words/index.ts'
import styles from './checkpoints.module.css'

interface SheetProps {
  readonly office: string
  readonly checkpoint: PrintedCheckpoint
  readonly onClose: () => void
}

/** 检查点（打印留存）: one sheet to print, sign and keep elsewhere; with it a cut or rewritten log is found. */
export function CheckpointSheet({ office, checkpoint, onClose }: SheetProps) {
  const { size, at, suite, root, head } = checkpoint
  return (
    <Page
      title={m.checkpoint_sheet()}
      says={office}
      tools={
        <>
          <Button onClick={onClose}>{m.checkpoint_back()}</Button>
          <Button look="primary" onClick={() => window.print()}>
            {m.policy_print()}
          </Button>
        </>
      }
    >
      <div className={styles.sheet}>
        <p>{m.checkpoint_covers({ size, at: instantWords(at) })}</p>
        <Groups name={m.checkpoint_root({ suite })} groups={root} />
        <Groups name={m.checkpoint_head()} groups={head} />
        <p>{m.checkpoint_how()}</p>
        <div className={styles.sign}>
          <span>{m.checkpoint_signed()}</span>
          <span>{m.checkpoint_place()}</span>
        </div>
      </div>
    </Page>
  )
}

function Groups({ name, groups }: { readonly name: string; readonly groups: readonly string[] }) {
  const numbered = groups.map((group, at) => ({ group, at }))
  return (
    <>
      <div className={styles.facts}>{name}</div>
      <div className={styles.groups}>
        {numbered.map(({ group, at }) => (
          <span key={at}>{group}</span>
        ))}
      </div>
    </>
  )
}
