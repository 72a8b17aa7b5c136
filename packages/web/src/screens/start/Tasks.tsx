import type { StartMine } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { Badge } from '../../ui/Badge.tsx'
import { LightMark } from '../../ui/LightMark.tsx'
import { linkClass } from '../../ui/link.ts'
import { Section } from '../../ui/Page.tsx'
import { m } from '../../words/index.ts'
import styles from './start.module.css'

/** 我的任务: those that one's units lead or join. */
export function Tasks({ tasks }: Pick<StartMine, 'tasks'>) {
  if (tasks.length === 0) return null
  return (
    <Section title={m.start_tasks()}>
      <ul className={styles.list}>
        {tasks.map(({ id, number, title, light, part }) => (
          <li key={id} className={styles.item}>
            <div className={styles.head}>
              <Link to="/tasks/$taskId" params={{ taskId: id }} className={linkClass}>
                {`${number} ${title}`}
              </Link>
              <Badge>{part === 'lead' ? m.start_lead() : m.start_support()}</Badge>
              <LightMark light={light} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
