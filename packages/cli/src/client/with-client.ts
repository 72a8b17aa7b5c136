import { defaultDataFolder } from '@guatu/server/platform/postgres/data-folder'
import { Option } from 'commander'
import { type Client, clientOf } from './client.ts'
import { applicationHere } from './in-process.ts'
import { runningServer } from './running-server.ts'

/** What every command that needs the office's data can be told. */
export interface Where {
  readonly data: string
}

export const dataOption = (): Option =>
  new Option('--data <folder>', '数据目录 data folder').env('GUATU_DATA').default(defaultDataFolder())

/** Gives the work a client of the server that runs on this data folder or, where none runs, of the application itself. */
export async function withClient({ data }: Where, work: (client: Client) => Promise<void>): Promise<void> {
  const url = process.env.DATABASE_URL
  // An outside database is the same from here as from the server that runs on it; only a folder belongs to one process.
  const door = (url ? null : await runningServer(data)) ?? (await applicationHere(data, url))
  try {
    await work(clientOf(door))
  } finally {
    await door.close()
  }
}
