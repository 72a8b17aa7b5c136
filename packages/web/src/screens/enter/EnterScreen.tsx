import type { Me, RegisterShape } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { meQuery } from '../../api/me.ts'
import { registersQuery } from '../../api/registers.ts'
import { useUrl } from '../../shell/url.ts'
import { useOutbox } from '../../shell/use-outbox.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty, Loaded } from '../../ui/Loaded.tsx'
import { ItemState } from '../../ui/outbox/ItemState.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { m, say } from '../../words/index.ts'
import { EnterForm } from './EnterForm.tsx'
import styles from './enter.module.css'

/** 填报: one row of one of my registers with the fewest taps, kept on this device and sent by itself. */
export default function EnterScreen() {
  const me = useQuery(meQuery)
  const registers = useQuery(registersQuery)
  return (
    <Loaded query={me}>
      {(who) => <Loaded query={registers}>{({ registers: all }) => <Enter me={who} registers={all} />}</Loaded>}
    </Loaded>
  )
}

function Enter({ me, registers }: { readonly me: Me; readonly registers: readonly RegisterShape[] }) {
  const [asked, setAsked] = useUrl('register')
  const { items } = useOutbox(me).holds
  const mine = registers.filter(({ may }) => may.includes('enter'))
  const shape = mine.find(({ id }) => id === asked)
  const recent = items.toReversed().slice(0, 5)
  return (
    <Page
      title={shape ? say(shape.label) : m.enter_title()}
      {...(shape ? {} : { says: m.enter_says() })}
      tools={shape && <Button onClick={() => setAsked(undefined)}>{m.enter_choose()}</Button>}
    >
      {mine.length === 0 && <Empty title={m.enter_none()} />}
      {shape ? (
        <EnterForm key={shape.id} me={me} shape={shape} />
      ) : (
        <Choice mine={latestFirst(mine, items)} onChoose={setAsked} />
      )}
      {recent.length > 0 && (
        <Section title={m.enter_recent()}>
          <ul className={styles.recent}>
            {recent.map((item) => (
              <li key={item.key} className={styles.row}>
                <span className={styles.rowTitle}>{item.content.title}</span>
                <ItemState item={item} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

/** The registers one wrote in lately come first. */
function latestFirst(
  mine: readonly RegisterShape[],
  items: readonly { readonly content: { readonly register: string } }[],
): readonly RegisterShape[] {
  const lately = items.map(({ content }) => content.register)
  return mine.toSorted((a, b) => lately.lastIndexOf(b.id) - lately.lastIndexOf(a.id))
}

function Choice({
  mine,
  onChoose,
}: {
  readonly mine: readonly RegisterShape[]
  readonly onChoose: (register: string) => void
}) {
  return (
    <ul className={styles.registers}>
      {mine.map(({ id, label }) => (
        <li key={id}>
          <Button className={styles.register} onClick={() => onChoose(id)}>
            {say(label)}
          </Button>
        </li>
      ))}
    </ul>
  )
}
