import type { Plan } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import type { Column } from '../../ui/DataTable.tsx'
import { LightMark } from '../../ui/LightMark.tsx'
import { linkClass } from '../../ui/link.ts'
import { m, say } from '../../words/index.ts'
import { lightsWorstFirst } from '../../words/light.ts'
import { eventName } from '../../words/target.ts'

type Task = Plan['tasks'][number]

const promised = ({ says, event }: Task['targets'][number]): string =>
  event === null ? says : m.plan_milestone({ says, event: eventName(event) })

const goalOf = (task: Task): string =>
  task.targets.length > 0 ? task.targets.map(promised).join('；') : task.uncheckable ? say(task.uncheckable) : ''

/** The columns of the table of tasks; worst light first when sorted by light. */
export const taskColumns = (plan: Plan): readonly Column<Task>[] => [
  {
    id: 'number',
    header: m.plan_number(),
    cell: (task) => task.number,
    value: (task) => task.number,
    width: 80,
    figures: true,
  },
  {
    id: 'title',
    header: m.plan_task(),
    cell: (task) => (
      <Link to="/tasks/$taskId" params={{ taskId: task.id }} className={linkClass}>
        {task.title}
      </Link>
    ),
    value: (task) => task.title,
    width: 190,
  },
  {
    id: 'area',
    header: m.plan_area(),
    cell: (task) => plan.areas.find((area) => area.number === task.area)?.short ?? '',
    value: (task) => task.area ?? 0,
    width: 120,
  },
  {
    id: 'light',
    header: m.plan_light(),
    cell: (task) => <LightMark light={task.light} />,
    value: (task) => lightsWorstFirst.indexOf(task.light),
    width: 120,
  },
  {
    id: 'lead',
    header: m.review_lead(),
    cell: (task) => task.lead.join('、'),
    value: (task) => task.lead.join('、'),
    width: 160,
  },
  { id: 'goal', header: m.plan_goal(), cell: (task) => goalOf(task) },
]
