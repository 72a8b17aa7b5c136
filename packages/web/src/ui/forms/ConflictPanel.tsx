import type { ComponentProps } from 'react'
import { instantWords } from '../../words/dates.ts'
import { m, say } from '../../words/index.ts'
import { Badge } from '../Badge.tsx'
import { Button } from '../Button.tsx'
import { cx } from '../cx.ts'
import { useIntoView } from '../use-into-view.ts'
import styles from './conflict.module.css'
import { type Compared, type Conflict, type Difference, differenceIn, isAbout, type Since } from './conflict.ts'

interface PanelProps {
  readonly conflict: Conflict
  /** What was typed beside what stands now; empty where the form makes something new. */
  readonly compared?: readonly Compared[]
  /** The keys of what the form is about, where others may have been at something else. */
  readonly about?: readonly string[]
  /** Whether what was typed may be sent against what stands now. */
  readonly maySendAgain?: boolean
}

/** Somebody was faster: what was typed beside what stands now, and who did what, when. Goes with `ConflictChoices`. */
export function ConflictPanel({ conflict, compared = [], about = [], maySendAgain = true }: PanelProps) {
  const panel = useIntoView<HTMLElement>()
  // What is empty here and there tells nobody anything, and a ledger has dozens of columns.
  const told = compared.filter(({ mine, now }) => mine !== '' || now !== '')
  return (
    <section ref={panel} className={styles.panel} aria-label={m.conflict_title()}>
      <div role="alert">
        <p className={styles.title}>{m.conflict_title()}</p>
        <p className={styles.next}>{maySendAgain ? m.conflict_next() : m.conflict_cannot()}</p>
      </div>
      {told.length > 0 && <Versions compared={told} />}
      {conflict.since.length > 0 && <Doings since={conflict.since} about={about} />}
    </section>
  )
}

const differenceNames: Record<Difference, () => string> = {
  same: m.conflict_same,
  mine: m.conflict_mine_differs,
  theirs: m.conflict_theirs_differs,
  both: m.conflict_both_differ,
}

function Versions({ compared }: { readonly compared: readonly Compared[] }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{m.conflict_field()}</th>
          <th scope="col">{m.conflict_mine()}</th>
          <th scope="col">{m.conflict_now()}</th>
          <th scope="col">{m.conflict_difference()}</th>
        </tr>
      </thead>
      <tbody>
        {compared.map((field) => {
          const difference = differenceIn(field)
          return (
            <tr key={field.label} className={cx(difference !== 'same' && styles.differs)}>
              <th scope="row">{field.label}</th>
              <td>{field.mine || m.conflict_empty()}</td>
              <td>{field.now || m.conflict_empty()}</td>
              <td>{differenceNames[difference]()}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Doings({ since, about }: { readonly since: readonly Since[]; readonly about: readonly string[] }) {
  return (
    <>
      <p className={styles.who}>{m.conflict_who()}</p>
      <ul className={styles.doings}>
        {since.map((one, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was done is only listed, in its order, and has no id.
          <li key={i}>
            {m.conflict_did({ by: one.by, at: instantWords(one.at), did: say(one.did) })}
            {one.because !== undefined && m.conflict_because({ because: one.because })}
            {isAbout(one, about) && <Badge>{m.conflict_here()}</Badge>}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The two ways out, at the foot of the form: what stands, which drops what was typed, or what was typed once more. */
export function ConflictChoices({
  onNow,
  mine,
}: {
  readonly onNow: () => void
  /** What the button does that sends again; null where that is not possible. */
  readonly mine: Omit<ComponentProps<typeof Button>, 'look' | 'children'> | null
}) {
  return (
    <>
      <Button onClick={onNow}>{m.conflict_use_now()}</Button>
      {mine && (
        <Button {...mine} look="primary">
          {m.conflict_use_mine()}
        </Button>
      )}
    </>
  )
}
