import { openOfficeIn, type StoryOffice } from '../../support/office.ts'
import { smallReport } from '../../support/papers.ts'
import type { Person } from '../../support/person.ts'
import type { Recorder } from './recorder.ts'

/** An office with an adopted plan on a server in another process. */
export async function openWritten(app: StoryOffice['app'], name: string): Promise<StoryOffice> {
  const office = await openOfficeIn(app, name, ['城管办'])
  await office.adopt({ text: smallReport })
  return office
}

const rowOf = (id: string) => ({ on: '2023-06-20', target: 'T1.1', unit: '城管办', quantity: '1', note: id, paper: '' })

/** Asks for one entry under the key of its id: asked again, it is still one entry. True when it was acknowledged. */
export async function enter(handler: Person, id: string): Promise<boolean> {
  const body = { values: rowOf(id) }
  const asked = { method: 'POST', path: '/api/registers/progress/entries', body, key: `fault-${id}` } as const
  const { status, body: said } = await handler.ask(asked)
  // Broken down or asked too fast: nobody was promised anything. Any other answer is a mistake of this test.
  if (status === 429 || status >= 500) return false
  if (status >= 300) throw new Error(`entry ${id}: ${status} ${JSON.stringify(said)}`)
  return true
}

const pause = () => new Promise((done) => setTimeout(done, 20))

/**
 * Lets some people enter rows, each the next one as soon as the last is acknowledged, until `stop` is called. Each
 * attempt is in the book before it is asked, each acknowledgement as soon as it is heard.
 */
export function startWriters(handler: Person, recorder: Recorder, round: string, people: number) {
  let isOver = false
  const underWay = Promise.withResolvers<void>()
  const write = async (person: number) => {
    for (let n = 0; !isOver; n += 1) {
      const id = `${round}-${person}-${n}`
      recorder.attempt(id)
      const isDone = await enter(handler, id).catch((error: unknown) => {
        // The server was killed under the request; whether the row is there nobody knows yet.
        if (error instanceof TypeError) return false
        throw error
      })
      if (!isDone) await pause()
      else {
        recorder.acknowledge(id)
        underWay.resolve()
      }
    }
  }
  const all = Promise.all(Array.from({ length: people }, (_, person) => write(person)))
  all.catch(underWay.reject)
  return {
    /** Resolves at the first acknowledgement. */
    underWay: underWay.promise,
    stop: async () => {
      isOver = true
      await all
    },
  }
}
