import type { Review } from '@guatu/contract'
import { Empty } from '../../ui/Loaded.tsx'
import { m } from '../../words/index.ts'
import { type ItemActions, ItemRow } from './ItemRow.tsx'
import styles from './items.module.css'
import type { Item, ReviewTask } from './marks.ts'
import { DroppedHead, type TaskActions, TaskHead } from './TaskHead.tsx'

/** What was read, by task and in the order of the words. A task without anything to check is there with its reason. */
export function ItemList({
  review,
  active,
  editable,
  actions,
}: {
  readonly review: Review
  readonly active: string | null
  readonly editable: boolean
  readonly actions: ItemActions & TaskActions
}) {
  const loose = review.items.filter((item) => !review.tasks.some((task) => task.key === item.task))
  if (review.items.length === 0 && review.tasks.length === 0)
    return <Empty title={m.review_nothing()}>{m.review_nothing_next()}</Empty>
  const rows = (items: readonly Item[]) =>
    items.map((item) => (
      <ItemRow key={item.key} item={item} active={item.key === active} editable={editable} actions={actions} />
    ))
  return (
    <div className={styles.list}>
      {review.tasks.map((task) => (
        <section key={task.key} className={styles.task} aria-label={labelOf(task)}>
          {task.dropped === null ? (
            <>
              <TaskHead task={task} editable={editable} actions={actions} />
              <ul className={styles.items}>{rows(review.items.filter((item) => item.task === task.key))}</ul>
            </>
          ) : (
            <DroppedHead task={task} editable={editable} actions={actions} />
          )}
        </section>
      ))}
      {loose.length > 0 && (
        <section className={styles.task} aria-label={m.review_no_task()}>
          <h3 className={styles.taskTitle}>{m.review_no_task()}</h3>
          <ul className={styles.items}>{rows(loose)}</ul>
        </section>
      )}
    </div>
  )
}

const labelOf = (task: ReviewTask): string => `${task.number ?? ''} ${task.title}`.trim()
