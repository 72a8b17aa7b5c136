import { screens } from '../../packages/web/src/screens/index.ts'
import { type Form, printedForms, screenForms, wallForms } from './forms.ts'

/** An address to take pictures of, and in which forms. */
export interface Place {
  readonly name: string
  readonly address: string
  readonly forms: readonly Form[]
  /** Looked at by somebody with this duty; without it by whoever the sample office seats first. */
  readonly duty?: string
  /** Typed into the search, which is opened for it. */
  readonly searched?: string
}

const duties: Readonly<Record<string, string>> = {
  audit: 'auditAdmin',
  checkpoints: 'auditAdmin',
  enter: 'handler',
  import: 'handler',
  oidc: 'systemAdmin',
  outbox: 'handler',
  queue: 'unitHead',
  'source-systems': 'systemAdmin',
}

/** What a screen shows is asked for behind its path. */
const asked: Readonly<Record<string, string>> = {
  enter: '?register=event',
  'own-columns': '?register=progress',
}

const printed = ['checkpoints', 'entry', 'lan', 'map', 'plan', 'task']

type Get = (path: string) => Promise<unknown>

interface Listed {
  readonly id: string
}

/** An id of the sample office for each kind of thing that a path names, such as `$taskId`. */
async function idsOf(get: Get): Promise<Record<string, string>> {
  const wall = (await get('/api/wall')) as {
    areas: { tasks: { id: string | null; number: string; attainment: string | null }[] }[]
  }
  const tasks = wall.areas.flatMap((area) => area.tasks).filter((task) => task.id !== null)
  // A task with facts shows more than the first one.
  const task = tasks.find((one) => one.attainment !== null) ?? tasks[0]
  const { sources } = (await get('/api/sources')) as { sources: Listed[] }
  const { entries } = (await get('/api/registers/progress/entries?limit=1')) as { entries: Listed[] }
  return {
    taskId: task?.id ?? '',
    entryId: entries[0]?.id ?? '',
    sourceId: sources[0]?.id ?? '',
    number: task?.number ?? '1',
  }
}

/** Every screen of the list with its ids filled in, and the wall by itself. */
export async function placesOf(get: Get): Promise<Place[]> {
  const ids = await idsOf(get)
  const filled = (path: string) =>
    path.replace(/\$(\w+)/g, (whole, name: string) => {
      const id = ids[name]
      if (!id) throw new Error(`screens: the sample office has nothing for ${whole} of ${path}; add it to idsOf`)
      return id
    })
  const [year] = await past(get)
  return [
    { name: 'wall', address: '/wall', forms: wallForms },
    { name: 'wall-task', address: `/wall#t${ids.number}`, forms: wallForms.filter((form) => !form.paper) },
    { name: 'wall-past', address: `/wall?on=${year}`, forms: wallForms.slice(0, 1) },
    {
      name: 'shell-search',
      address: '/tasks',
      forms: screenForms.map((form) => ({ ...form, whole: false })),
      searched: '社区 活动',
    },
    { name: 'shell-start-unit', address: '/start', forms: screenForms, duty: 'handler' },
    { name: 'shell-ledger-rows', address: '/ledger?register=progress', forms: printedForms, duty: 'unitHead' },
    ...screens.map((screen) => ({
      name: `shell-${screen.id}`,
      address: filled(screen.path) + (asked[screen.id] ?? ''),
      forms: printed.includes(screen.id) ? printedForms : screenForms,
      ...(duties[screen.id] && { duty: duties[screen.id] }),
    })),
  ]
}

/** A day some way back from the office's own today. */
async function past(get: Get): Promise<[string]> {
  const { today } = (await get('/api/wall')) as { today: string }
  const day = new Date(Date.parse(`${today}T00:00:00Z`) - 60 * 86_400_000).toISOString().slice(0, 10)
  return [day]
}
