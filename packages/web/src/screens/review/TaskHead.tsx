import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { TextField } from '../../ui/TextField.tsx'
import { m, say } from '../../words/index.ts'
import { dueWords } from '../../words/target.ts'
import styles from './items.module.css'
import type { ReviewTask } from './marks.ts'

export interface TaskActions {
  /** Resolves to whether the title was taken; a refused one stays typed. */
  readonly onRetitle: (task: string, title: string) => Promise<boolean>
  readonly onOwners: (task: string) => void
  readonly onAskDrop: (task: string) => void
  /** Resolves to whether it was taken. */
  readonly onDrop: (task: string, because: string) => Promise<boolean>
  readonly onKeep: (task: string) => Promise<boolean>
}

interface HeadProps {
  readonly task: ReviewTask
  readonly editable: boolean
  readonly actions: TaskActions
}

/** What was read as a task and is none: its name, why, and the way back. */
export function DroppedHead({ task, editable, actions }: HeadProps) {
  return (
    <header className={styles.head}>
      <span className={styles.number}>{task.number}</span>
      <h3 className={cx(styles.taskTitle, styles.dropped)}>{task.title}</h3>
      {editable && (
        <Button small look="quiet" onClick={() => void actions.onKeep(task.key)}>
          {m.review_keep()}
        </Button>
      )}
      <p className={styles.owners}>{m.review_dropped_says({ because: task.dropped ?? '' })}</p>
    </header>
  )
}

export function TaskHead({ task, editable, actions }: HeadProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const save = async () => {
    const title = typed?.trim() ?? ''
    if (title === task.title || title === '') setTyped(null)
    else if (await actions.onRetitle(task.key, title)) setTyped(null)
  }
  return (
    <header className={styles.head}>
      <span className={styles.number}>{task.number}</span>
      {typed === null ? (
        <h3 className={styles.taskTitle}>{task.title}</h3>
      ) : (
        <form
          className={styles.titleForm}
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
          onKeyDown={(event) => event.key === 'Escape' && setTyped(null)}
        >
          <TextField label={m.review_title_label()} value={typed} onChange={setTyped} maxLength={12} autoFocus />
          <Button small type="submit">
            {m.review_save()}
          </Button>
        </form>
      )}
      {editable && typed === null && (
        <Button small look="quiet" onClick={() => setTyped(task.title)}>
          {m.review_title_edit()}
        </Button>
      )}
      <p className={styles.owners}>
        <Owners task={task} />
        {editable && (
          <span>
            <Button small look="quiet" onClick={() => actions.onOwners(task.key)}>
              {m.review_owners_edit()}
            </Button>
            <Button small look="quiet" onClick={() => actions.onAskDrop(task.key)}>
              {m.review_drop()}
            </Button>
          </span>
        )}
      </p>
      {task.uncheckable && <p className={styles.uncheckable}>{say(task.uncheckable)}</p>}
    </header>
  )
}

function Owners({ task }: { readonly task: ReviewTask }) {
  const parts: readonly (readonly [string, readonly string[]])[] = [
    [m.review_lead(), task.lead],
    [m.review_support(), task.support],
    [m.review_leaders(), task.leaders],
  ]
  const named = parts.filter(([, names]) => names.length > 0)
  if (named.length === 0 && task.due === null) return <span>{m.review_owners_none()}</span>
  return (
    <span>
      {named.map(([label, names]) => `${label} ${names.join('、')}`).join('　')}
      {task.due !== null && `　${dueWords(task.due)}`}
    </span>
  )
}
