import { afterAll, expect, test } from 'vitest'
import { isAlive } from '../support/guatu-process.ts'
import { faultyServer } from './support/faulty-server.ts'

// A short form in every run; `npm run test:faults` does it twenty times.
const rounds = Number(process.env.GUATU_DOUBLE_STARTS ?? 1)

const server = faultyServer()
afterAll(() => server.remove())

test(`同一目录同时启动两次，${rounds} 回，每回恰好一个在运行，另一个说明原因后退出`, async () => {
  for (let round = 0; round < rounds; round += 1) {
    const first = server.launch()
    // From at once to well after the first has begun to serve.
    await new Promise((done) => setTimeout(done, (round / rounds) * 2000))
    const second = server.launch()
    const answers = await Promise.allSettled([first.address, second.address])
    expect(answers.map(({ status }) => status).toSorted(), `round ${round}`).toEqual(['fulfilled', 'rejected'])
    const [running, refused] = answers[0]?.status === 'fulfilled' ? [first, second] : [second, first]
    expect(await refused.ended).toMatchObject({ code: 5, err: expect.stringContaining('start.folder_locked') })
    expect(isAlive(running.child.pid ?? 0)).toBe(true)
    running.child.kill('SIGTERM')
    expect((await running.ended).code).toBe(0)
  }
  console.log(`${rounds} double starts, each time exactly one served`)
}, 600_000)
