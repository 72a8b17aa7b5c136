import type { RegisterShape } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ownColumnsQuery } from '../../api/own-columns.ts'
import { registersQuery } from '../../api/registers.ts'
import { useUrl } from '../../shell/url.ts'
import { buttonClass } from '../../ui/Button.tsx'
import { Empty, Loaded } from '../../ui/Loaded.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { m, say } from '../../words/index.ts'
import { AddForm } from './AddForm.tsx'
import { ColumnLine } from './ColumnLine.tsx'
import styles from './own-columns.module.css'

/** 自设列: what this office keeps in a register besides the columns of the program. */
export default function OwnColumnsScreen() {
  const [asked] = useUrl('register')
  const registers = useQuery(registersQuery)
  return (
    <Loaded query={registers}>
      {({ registers: list }) => {
        const shape = list.find(({ id }) => id === asked)
        return shape ? (
          <OwnColumns shape={shape} />
        ) : (
          <Page title={m.own_title()}>
            <Empty title={m.ledger_no_register()} />
          </Page>
        )
      }}
    </Loaded>
  )
}

function OwnColumns({ shape }: { readonly shape: RegisterShape }) {
  const columns = useQuery(ownColumnsQuery(shape.id))
  return (
    <Page
      title={m.own_of({ register: say(shape.label) })}
      says={m.own_says()}
      tools={
        <Link to="/ledger" search={{ register: shape.id } as never} className={buttonClass({})}>
          {m.own_back()}
        </Link>
      }
    >
      <Loaded query={columns}>
        {(found) => (
          <>
            <Section title={m.own_list()}>
              {found.columns.length === 0 && <p className={styles.none}>{m.own_none()}</p>}
              <ul className={styles.list}>
                {found.columns.map((column) => (
                  <ColumnLine key={column.id} register={shape.id} column={column} columns={found} />
                ))}
              </ul>
            </Section>
            {found.mayChange && (
              <Section title={m.own_add()}>
                <AddForm register={shape.id} asking={found.asking} />
              </Section>
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}
