import type { Light, Plan } from '@guatu/contract'

type Task = Plan['tasks'][number]

/** What a person has asked for; undefined asks for all. */
export interface TaskFilter {
  readonly area: string | undefined
  readonly light: string | undefined
  readonly text: string | undefined
}

const textOf = (task: Task): string =>
  [task.number, task.title, task.sentence, ...task.lead, ...task.support, ...task.targets.map((one) => one.subject)]
    .join('\n')
    .toLowerCase()

/** The tasks asked for, in the order of the plan. Several words must all be found. */
export const filterTasks = (tasks: readonly Task[], { area, light, text }: TaskFilter): Task[] => {
  const words = (text ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  return tasks.filter(
    (task) =>
      (area === undefined || String(task.area) === area) &&
      (light === undefined || task.light === light) &&
      words.every((word) => textOf(task).includes(word)),
  )
}

/** How many tasks stand under each light, for the choices of the filter. */
export const countLights = (tasks: readonly Task[]): ReadonlyMap<Light, number> =>
  tasks.reduce((counts, { light }) => counts.set(light, (counts.get(light) ?? 0) + 1), new Map<Light, number>())
