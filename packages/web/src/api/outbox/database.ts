/** The parts of a person's own database in this browser. */
const rooms = ['items', 'files', 'notes'] as const
export type Room = (typeof rooms)[number]

const mark = 'guatu.outbox '

/** The name of the database of one person in one office: nobody else at this device opens it. */
export const nameFor = (person: string): string => mark + person

/** An answer of IndexedDB as a promise; the transaction it belongs to stays open while only such are awaited. */
export const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

export function openRooms(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => {
    for (const room of rooms) request.result.createObjectStore(room, { keyPath: 'id' })
  }
  return answered(request)
}

/** Works on some rooms in one transaction: all of it is kept, on the disk, or nothing. */
export async function within<T>(
  db: IDBDatabase,
  mode: IDBTransactionMode,
  work: (room: (name: Room) => IDBObjectStore) => Promise<T>,
): Promise<T> {
  const tx = db.transaction(rooms, mode, { durability: 'strict' })
  const ended = new Promise<void>((resolve, reject) => {
    tx.oncomplete = () => resolve()
    tx.onabort = () => reject(tx.error)
  })
  const [made] = await Promise.all([work((name) => tx.objectStore(name)), ended])
  return made
}

/** The databases of everybody who wrote something on this device. */
export async function everybodys(): Promise<readonly string[]> {
  const all = indexedDB.databases ? await indexedDB.databases() : []
  return all.flatMap(({ name }) => (name?.startsWith(mark) ? [name] : []))
}
