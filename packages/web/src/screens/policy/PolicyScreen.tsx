import type { PolicyPage } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { policyQuery } from '../../api/people.ts'
import { Button } from '../../ui/Button.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { m, say } from '../../words/index.ts'
import styles from './policy.module.css'

/** 权限表: the one policy table, as it is in force, to be read and printed. */
export default function PolicyScreen() {
  const policy = useQuery(policyQuery)
  const print = <Button onClick={() => window.print()}>{m.policy_print()}</Button>
  return (
    <Loaded query={policy}>
      {({ rows }) => (
        <Page title={m.nav_policy()} says={m.policy_says()} tools={print}>
          <ul className={styles.rows}>
            {rows.map((row) => (
              <PolicyRow key={row.route} row={row} />
            ))}
          </ul>
        </Page>
      )}
    </Loaded>
  )
}

function PolicyRow({ row }: { readonly row: PolicyPage['rows'][number] }) {
  return (
    <li className={styles.row}>
      <h2 className={styles.deed}>
        {say(row.label)}
        <code className={styles.route}>{row.route}</code>
      </h2>
      {row.open && <p className={styles.open}>{m.policy_open()}</p>}
      {row.grants.map((grant) => (
        <dl key={grant.relation.zh + grant.duties.map(({ zh }) => zh).join()} className={styles.grant}>
          <dt>{m.policy_who()}</dt>
          <dd>{grant.duties.map(say).join('、')}</dd>
          <dt>{m.policy_on()}</dt>
          <dd>{say(grant.relation)}</dd>
          <dt>{m.policy_states()}</dt>
          <dd>{grant.states?.map(say).join('、') ?? m.policy_any_state()}</dd>
        </dl>
      ))}
    </li>
  )
}
