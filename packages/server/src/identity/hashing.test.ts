import { expect, test } from 'vitest'
import { hashCost, makeHasher } from './hashing.ts'

const cheap = { memoryKiB: 64, passes: 1, lanes: 1 }
const made = async <T>(result: Promise<{ ok: true; value: T } | { ok: false }>): Promise<T> => {
  const one = await result
  if (!one.ok) throw new Error('it was refused')
  return one.value
}

test('a hash tells its cost, has a salt of its own, and knows its password whole', async () => {
  const hasher = makeHasher({ cost: cheap })
  const password = `Aa1-${'长江'.repeat(62)}`
  const [one, other] = [await made(hasher.hash(password)), await made(hasher.hash(password))]
  expect(one).toMatch(/^\$argon2id\$v=19\$m=64,t=1,p=1\$/)
  expect(one).not.toBe(other)
  expect(await made(hasher.verify(password, one))).toBe(true)
  expect(await made(hasher.verify(`${password.slice(0, -1)}河`, one))).toBe(false)
  expect(await made(hasher.verify(password, null))).toBe(false)
})

test('the cost of today is 64 MiB and three passes, and what cost less is old', async () => {
  expect(hashCost).toEqual({ memoryKiB: 65_536, passes: 3, lanes: 1 })
  const before = await made(makeHasher({ cost: cheap }).hash('Qinghe-ducha-71'))
  const today = makeHasher()
  expect(today.isOld(before)).toBe(true)
  expect(await made(today.verify('Qinghe-ducha-71', before))).toBe(true)
  const after = await made(today.hash('Qinghe-ducha-71'))
  expect(today.isOld(after)).toBe(false)
})

test('what finds no place in the queue is refused at once, and everybody in it is served', async () => {
  const hasher = makeHasher({ cost: cheap, atOnce: 2, waitingMax: 10 })
  const all = await Promise.all(Array.from({ length: 40 }, () => hasher.hash('Qinghe-ducha-71')))
  expect(all.filter((one) => one.ok)).toHaveLength(12)
  expect(all.flatMap((one) => (one.ok ? [] : [one.problem.code]))).toEqual(Array(28).fill('identity.busy'))
  expect((await hasher.hash('Qinghe-ducha-71')).ok).toBe(true)
})
