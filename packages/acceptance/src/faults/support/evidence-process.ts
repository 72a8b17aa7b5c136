import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Story } from '../../support/open-office.ts'

const program = fileURLToPath(new URL('./evidence-server.ts', import.meta.url))

/** A whole server on the story's database and files, in a process of its own that can be killed like one. */
export async function launchEvidenceServer({
  database,
  filesFolder,
}: Pick<Story, 'database' | 'filesFolder'>): Promise<{ child: ChildProcess; address: string }> {
  const child = fork(program, [JSON.stringify(database.connections), filesFolder])
  const address = await new Promise<string>((found, fail) => {
    child.once('message', (said) => found(String(said)))
    child.once('exit', (code) => fail(new Error(`the server ended with ${code} before it listened`)))
  })
  return { child, address }
}
