import type { StartMine } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { buttonClass } from '../../ui/Button.tsx'
import { Section } from '../../ui/Page.tsx'
import { m, say } from '../../words/index.ts'
import { RowList } from './RowList.tsx'
import styles from './start.module.css'

/** 我的台账: one tap to a new row of each register that one may enter into, the ones used last first. */
export function Ledgers({
  mine: { registers, newest },
  mayEnter,
}: {
  readonly mine: StartMine
  readonly mayEnter: boolean
}) {
  const used = newest.map(({ register }) => register)
  const rank = (register: string) => (used.includes(register) ? used.indexOf(register) : used.length)
  const sorted = registers.toSorted((a, b) => rank(a.register) - rank(b.register))
  const [near, far] = [sorted.slice(0, nearMax), sorted.slice(nearMax)]
  return (
    <Section title={m.start_ledgers()}>
      {mayEnter && <Buttons registers={near} />}
      {mayEnter && far.length > 0 && (
        <details className={styles.far}>
          <summary>{m.start_far({ count: far.length })}</summary>
          <Buttons registers={far} />
        </details>
      )}
      <h3 className={styles.kind}>{m.start_newest()}</h3>
      {newest.length === 0 ? <p className={styles.says}>{m.start_newest_none()}</p> : <RowList rows={newest} />}
    </Section>
  )
}

const nearMax = 4

function Buttons({ registers }: Pick<StartMine, 'registers'>) {
  return (
    <ul className={styles.buttons}>
      {registers.map(({ register, label }) => (
        <li key={register}>
          <Link to="/enter" search={{ register } as never} className={buttonClass({})}>
            {m.start_new_row({ register: say(label) })}
          </Link>
        </li>
      ))}
    </ul>
  )
}
