import type { Entry, EvidenceBrought, Me, Problem } from '@guatu/contract'
import type { Attempt, Instant } from '@guatu/core/shared'
import { likelyClass } from '../../ui/columns/evidence-classes.ts'
import { change, getBeside } from '../client.ts'
import { local, problemOf } from '../problem.ts'
import { personOf } from './person.ts'
import type { OutboxFile, OutboxItem, OutboxRow, OutboxStore } from './store.ts'

// A file that no row names is forgotten by the server after an hour; half of that leaves time for the row.
const broughtMillisecondsMax = 1_800_000

const someoneElse = local(
  'web.someone_else',
  ['这台设备上现在登录的是别人，没有上传。', 'Somebody else is signed in on this device now; nothing was sent.'],
  ['请由填写人登录，登录以后会接着上传。', 'Have the person who wrote it sign in; it is sent then.'],
  'unauthenticated',
)

const fileGone = local(
  'web.file_gone',
  ['这张照片已不在本机。', 'A picture is no longer on this device.'],
  ['请重新拍照再填一次。', 'Take it again and write the row anew.'],
  'invalid',
)

class Stopped extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

// What is said of the way and not of the row: it is sent again, as it is.
const ofTheWay: readonly Problem['kind'][] = ['unavailable', 'unauthenticated', 'tooMany']

/** What a refusal says of an item. The key was used before: the row is in, and its answer was lost on the way. */
function attemptOf(problem: Problem): Attempt {
  if (problem.code === 'request.key_reused') return { kind: 'accepted' }
  return { kind: ofTheWay.includes(problem.kind) ? 'unheard' : 'refused', problem }
}

const isFresh = ({ brought }: OutboxFile, now: Instant): boolean =>
  brought !== null && Math.abs(Date.parse(now) - Date.parse(brought.at)) < broughtMillisecondsMax

const post = <T>(path: string, body: unknown, key?: string): Promise<T> =>
  change<T>({ method: 'POST', path, body, beside: true, ...(key === undefined ? {} : { key }) })

async function bring(store: OutboxStore, file: OutboxFile, now: Instant): Promise<OutboxFile> {
  if (isFresh(file, now)) return file
  const bytes = await store.fileOf(file)
  if (!bytes) throw new Stopped(fileGone)
  const form = new FormData()
  form.append('file', bytes, file.name)
  const [told] = (await post<EvidenceBrought>('/api/evidence', form)).files
  if (told?.problem) throw new Stopped(told.problem)
  return told?.evidence ? { ...file, brought: { id: told.evidence.id, at: now } } : file
}

const idsOf = ({ files }: OutboxRow): string[] => files.flatMap(({ brought }) => brought?.id ?? [])

/** The values as they are sent: where a column names the files, with what the server calls them. */
function valuesOf(row: OutboxRow): OutboxRow['values'] {
  if (!row.evidence || row.files.length === 0) return row.values
  const { column, classes } = row.evidence
  const marks = row.files.flatMap(({ name, brought }) =>
    brought ? [`${likelyClass(name, classes)}:${brought.id}`] : [],
  )
  return { ...row.values, [column]: marks.join('、') }
}

/** The whole way of one row: its files, the row, its files behind it. */
async function carry(store: OutboxStore, { key, content }: OutboxItem, clock: () => Instant): Promise<OutboxRow> {
  let row = content
  for (const file of content.files) {
    const there = await bring(store, file, clock())
    row = { ...row, files: row.files.map((one) => (one.id === file.id ? there : one)) }
    await store.note(key, row)
  }
  const values = valuesOf(row)
  const entry = await post<Entry>(`/api/registers/${row.register}/entries`, { values }, key)
  row = { ...row, entered: { id: entry.id, late: entry.marks.includes('late') } }
  await store.note(key, row)
  const ids = idsOf(row)
  if (row.evidence === null && ids.length > 0) await post(`/api/entries/${entry.id}/evidence`, { ids }, row.attachKey)
  return row
}

/**
 * Sends the next item, if its writer is who the server thinks we are. Returns how that ended, null where none was to be
 * sent; what was heard of it is kept in the store.
 */
export async function sendNext(store: OutboxStore, person: string, clock: () => Instant): Promise<Attempt | null> {
  const item = await store.claim(clock())
  if (!item) return null
  let row = item.content
  let attempt: Attempt = { kind: 'accepted' }
  try {
    if (personOf(await getBeside<Me>('/api/me')) !== person) throw new Stopped(someoneElse)
    row = await carry(store, item, clock)
  } catch (error) {
    attempt = attemptOf(error instanceof Stopped ? error.problem : problemOf(error))
    row = (await store.all()).find(({ key }) => key === item.key)?.content ?? row
  }
  await store.settle({ ...item, content: row }, attempt)
  return attempt
}
