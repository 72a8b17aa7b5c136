import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { Menu } from '../../ui/Menu.tsx'
import { m, say } from '../../words/index.ts'
import { basisName, dueWords, eventName, goalWords, type MilestoneItem, type TargetItem } from '../../words/target.ts'
import styles from './items.module.css'
import { type Item, type Look, lookName, lookOf } from './marks.ts'

export interface ItemActions {
  readonly onChoose: (key: string) => void
  readonly onConfirm: (key: string) => void
  readonly onReopen: (key: string) => void
  readonly onReject: (key: string) => void
  readonly onEdit: (key: string) => void
  readonly onSplit: (key: string) => void
  readonly onMerge: (key: string) => void
  readonly onWords: (key: string) => void
}

const tones: Record<Look, 'green' | 'yellow' | 'red' | 'plain'> = {
  confirmed: 'green',
  open: 'yellow',
  doubtful: 'red',
  rejected: 'plain',
  context: 'plain',
}

/** One target or milestone in words, and what can be done with it. */
export function ItemRow({
  item,
  active,
  editable,
  actions,
}: {
  readonly item: Item
  readonly active: boolean
  readonly editable: boolean
  readonly actions: ItemActions
}) {
  const look = lookOf(item)
  return (
    <li
      className={cx(styles.item, active && styles.active, look === 'rejected' && styles.rejected)}
      data-item={item.key}
    >
      <button
        type="button"
        className={styles.pick}
        data-pick
        aria-current={active || undefined}
        onClick={() => actions.onChoose(item.key)}
      >
        <span className={styles.subject}>{item.subject}</span>
        <span className={styles.goal}>{item.kind === 'target' ? <Goal item={item} /> : <Event item={item} />}</span>
        {look !== 'confirmed' &&
          item.doubts.map((doubt) => (
            <span key={doubt.code} className={styles.doubt}>
              {say(doubt.says)}
            </span>
          ))}
      </button>
      <div className={styles.side}>
        <Badge tone={tones[look]}>{lookName(look)}</Badge>
        {editable && <Actions item={item} look={look} actions={actions} />}
      </div>
    </li>
  )
}

function Goal({ item }: { readonly item: TargetItem }) {
  const { before, figure, after } = goalWords(item)
  return (
    <>
      {item.down && `${m.review_down()} `}
      {before} <b className={styles.figure}>{figure}</b> {after}
      <span className={styles.more}>
        {basisName(item.basis)}
        {item.due !== null && `　${dueWords(item.due)}`}
        {item.stretch && `　${m.review_stretch()}`}
      </span>
    </>
  )
}

function Event({ item }: { readonly item: MilestoneItem }) {
  return (
    <>
      {m.review_milestone()} <b className={styles.event}>{eventName(item.event)}</b>
      {item.due !== null && <span className={styles.more}>{dueWords(item.due)}</span>}
    </>
  )
}

function Actions({ item, look, actions }: { readonly item: Item; readonly look: Look; readonly actions: ItemActions }) {
  const { key } = item
  const decided = look === 'confirmed' || look === 'rejected'
  return (
    <div className={styles.actions}>
      {decided ? (
        <Button small onClick={() => actions.onReopen(key)}>
          {m.review_reopen()}
        </Button>
      ) : (
        <Button small look="primary" onClick={() => actions.onConfirm(key)}>
          {m.review_confirm()}
        </Button>
      )}
      <Button small onClick={() => actions.onEdit(key)}>
        {m.review_edit()}
      </Button>
      <Menu
        trigger={
          <Button small look="quiet">
            {m.review_more()}
          </Button>
        }
        actions={[
          { label: m.review_reject(), onChoose: () => actions.onReject(key), disabled: look === 'rejected' },
          { label: m.review_split(), onChoose: () => actions.onSplit(key) },
          { label: m.review_merge(), onChoose: () => actions.onMerge(key) },
          { label: m.review_see_words(), onChoose: () => actions.onWords(key) },
        ]}
      />
    </div>
  )
}
