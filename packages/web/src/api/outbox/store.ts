import type { Words } from '@guatu/contract'
import {
  type Attempt,
  after,
  claimed,
  corrected,
  type Instant,
  letGo,
  mayDiscard,
  nextToSend,
  type Queued,
  queued,
} from '@guatu/core/shared'
import { uuid } from '../uuid.ts'
import { answered, nameFor, openRooms, within } from './database.ts'
import { closeValue, openValue, type Sealed, sealOf } from './seal.ts'

/** A file that goes with a row; its bytes lie beside, until the server has the row. */
export interface OutboxFile {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly bytes: number
  /** What the server calls it since it was brought there, and when that was. */
  readonly brought: { readonly id: string; readonly at: Instant } | null
}

/** A row as it was written on this device. */
export interface OutboxRow {
  readonly register: string
  readonly label: Words
  /** By what a person tells it from others. */
  readonly title: string
  readonly values: Readonly<Record<string, string>>
  /** The column that names the files, and the classes of which one proves the row; null where files are put beside it. */
  readonly evidence: { readonly column: string; readonly classes: readonly string[] } | null
  readonly files: readonly OutboxFile[]
  /** The key under which files are put beside the row once it is in. */
  readonly attachKey: string
  /** The row that the server made of it. */
  readonly entered: { readonly id: string; readonly late: boolean } | null
}

export type OutboxItem = Queued<OutboxRow>

/** How an item lies in the database: what decides its turn is plain, what it says is under the seal. */
interface KeptItem extends Omit<OutboxItem, 'content' | 'key'> {
  readonly id: string
  readonly content: Sealed
}

interface KeptFile {
  readonly id: string
  readonly sealed: Sealed
}

/** Plain fields as the rules of the outbox read them; the sealed words go through untouched. */
const ruled = ({ id, ...rest }: KeptItem): Queued<Sealed> => ({ ...rest, key: id })
const kept = ({ key, ...rest }: Queued<Sealed>): KeptItem => ({ ...rest, id: key })

/** What one person wrote in one office on this device, in the browser's own database. */
export async function openStore(person: string) {
  const db = await openRooms(nameFor(person))
  const seal = await sealOf(db)
  const items = () => within(db, 'readonly', (room) => answered<KeptItem[]>(room('items').getAll()))
  const opened = async (item: Queued<Sealed>): Promise<OutboxItem> => ({
    ...item,
    content: await openValue<OutboxRow>(seal, item.content),
  })

  /** Changes one item by a rule, in one transaction; files that its row no longer names go with it. */
  async function change(
    key: string,
    rule: (item: Queued<Sealed>) => Queued<Sealed> | null,
    dropped: readonly string[] = [],
  ): Promise<void> {
    await within(db, 'readwrite', async (room) => {
      const found = await answered<KeptItem | undefined>(room('items').get(key))
      if (!found) return
      const next = rule(ruled(found))
      if (next) await answered(room('items').put(kept(next)))
      else await answered(room('items').delete(key))
      for (const id of dropped) await answered(room('files').delete(id))
    })
  }

  return {
    /** Every item, the earliest first. */
    all: async (): Promise<OutboxItem[]> => {
      const found = await Promise.all((await items()).map((item) => opened(ruled(item))))
      return found.toSorted((a, b) => a.writtenAt.localeCompare(b.writtenAt))
    },

    /** Keeps a row with its files before anything is sent. */
    write: async (row: Omit<OutboxRow, 'files' | 'attachKey' | 'entered'>, files: readonly File[], now: Instant) => {
      const sealed: KeptFile[] = []
      const named: OutboxFile[] = []
      for (const file of files) {
        const id = uuid()
        sealed.push({ id, sealed: await seal.close(await file.arrayBuffer()) })
        named.push({ id, name: file.name, type: file.type, bytes: file.size, brought: null })
      }
      const content = await closeValue(seal, { ...row, files: named, attachKey: uuid(), entered: null })
      await within(db, 'readwrite', async (room) => {
        for (const file of sealed) await answered(room('files').put(file))
        await answered(room('items').put(kept(queued(uuid(), content, now))))
      })
    },

    /** Lets all go that were on their way: asked by whoever knows that nobody else sends. */
    letAllGo: (): Promise<void> =>
      within(db, 'readwrite', async (room) => {
        const all = (await answered<KeptItem[]>(room('items').getAll())).map(ruled)
        for (const item of all) if (item.state === 'sending') await answered(room('items').put(kept(letGo(item))))
      }),

    /** Takes up the next one to send, so that no other tab does; null where there is none. */
    claim: async (now: Instant): Promise<OutboxItem | null> => {
      const taken = await within(db, 'readwrite', async (room) => {
        const all = (await answered<KeptItem[]>(room('items').getAll())).map(ruled)
        const next = nextToSend(all, now)
        if (!next) return null
        const mine = claimed(next, now)
        await answered(room('items').put(kept(mine)))
        return mine
      })
      return taken && opened(taken)
    },

    /** Keeps what has become of a row on its way, without any word on how the attempt ends. */
    note: async (key: string, row: OutboxRow): Promise<void> => {
      const content = await closeValue(seal, row)
      await change(key, (item) => ({ ...item, content }))
    },

    /** Ends an attempt. Once the server has the row, its files are dropped here. */
    settle: async ({ key, content: row }: OutboxItem, attempt: Attempt): Promise<void> => {
      const isIn = attempt.kind === 'accepted'
      const content = await closeValue(seal, isIn ? { ...row, files: [] } : row)
      const dropped = isIn ? row.files.map(({ id }) => id) : []
      await change(key, (item) => ({ ...after(item, attempt), content }), dropped)
    },

    /** Puts other words in place of those that were refused. The files have to be brought to the server again. */
    correct: async ({ key, content: row }: OutboxItem, values: OutboxRow['values'], title: string): Promise<void> => {
      const files = row.files.map((file) => ({ ...file, brought: null }))
      const content = await closeValue(seal, { ...row, values, title, files, attachKey: uuid() })
      await change(key, (item) => corrected(item, content))
    },

    discard: ({ key, content }: OutboxItem, now: Instant): Promise<void> =>
      change(
        key,
        (item) => (mayDiscard(item, now) ? null : item),
        content.files.map(({ id }) => id),
      ),

    /** The bytes of a file, null where they are gone. */
    fileOf: async ({ id, name, type }: OutboxFile): Promise<File | null> => {
      const found = await within(db, 'readonly', (room) => answered<KeptFile | undefined>(room('files').get(id)))
      return found ? new File([await seal.open(found.sealed)], name, { type }) : null
    },

    /** Something to be known again when there is no network, by its name. */
    remember: async (id: string, value: unknown): Promise<void> => {
      const sealed = await closeValue(seal, value)
      await within(db, 'readwrite', (room) => answered(room('notes').put({ id, sealed })))
    },
    remembered: async <T>(id: string): Promise<T | null> => {
      const found = await within(db, 'readonly', (room) => answered<KeptFile | undefined>(room('notes').get(id)))
      return found ? openValue<T>(seal, found.sealed) : null
    },
    close: () => db.close(),
  }
}

export type OutboxStore = Awaited<ReturnType<typeof openStore>>
