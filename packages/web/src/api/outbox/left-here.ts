import { answered, everybodys, nameFor, openRooms, within } from './database.ts'

/** How many rows are on this device that the server does not have: one's own, and those of others. */
export async function leftHere(person: string): Promise<{ readonly own: number; readonly others: number }> {
  const left = { own: 0, others: 0 }
  for (const name of await everybodys()) {
    const db = await openRooms(name)
    const items = await within(db, 'readonly', (room) => answered<{ readonly state: string }[]>(room('items').getAll()))
    db.close()
    left[name === nameFor(person) ? 'own' : 'others'] += items.filter(({ state }) => state !== 'sent').length
  }
  return left
}
