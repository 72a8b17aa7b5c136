import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Instant, instant } from './day.ts'
import {
  after,
  claimed,
  corrected,
  countsOf,
  isShownEnough,
  letGo,
  mayCorrect,
  mayDiscard,
  mayHaveArrived,
  nextToSend,
  type Queued,
  queued,
} from './outbox.ts'
import { catalogue } from './problem.ts'

const problems = catalogue({
  'row.wrong': { kind: 'invalid', says: () => ({ zh: '错', en: 'Wrong' }), next: { zh: '改', en: 'Mend' } },
  'web.away': { kind: 'unavailable', says: () => ({ zh: '断', en: 'Away' }), next: { zh: '等', en: 'Wait' } },
})
const wrong = problems('row.wrong', {})
const away = problems('web.away', {})
const at = (seconds: number): Instant => instant(new Date(Date.UTC(2026, 0, 1) + seconds * 1000).toISOString())
const first = queued('k1', '一', at(0))
const second = queued('k2', '二', at(1))

test('先写的先送；一条在路上，别的等着', () => {
  expect(nextToSend([second, first], at(5))?.key).toBe('k1')
  const under = claimed(first, at(5))
  expect(nextToSend([second, under], at(6))).toBeNull()
  expect(nextToSend([second, after(under, { kind: 'accepted' })], at(7))?.key).toBe('k2')
})

test('已上传的留一天看得见，满了一天又过一点才收起；没上传的一直在', () => {
  const sent = after(claimed(first, at(0)), { kind: 'accepted' })
  expect([isShownEnough(sent, at(86_400)), isShownEnough(sent, at(86_401))]).toEqual([false, true])
  expect(isShownEnough(first, at(900_000))).toBe(false)
})

test('送到一半关了页面：两分钟后再送，还是同一把钥匙；时钟拨回去也不卡住', () => {
  const under = claimed(first, at(0))
  expect(nextToSend([under], at(119))).toBeNull()
  expect(nextToSend([under], at(121))?.key).toBe('k1')
  expect(nextToSend([claimed(first, at(9_000))], at(0))?.key).toBe('k1')
  // Where the browser says that nobody sends any more, it need not wait; whether the server has it nobody knows still.
  expect(nextToSend([letGo(under)], at(1))?.key).toBe('k1')
  expect([mayHaveArrived(letGo(under)), letGo(after(under, { kind: 'accepted' })).state]).toEqual([true, 'sent'])
})

test('没有回音的还在待上传，排在原来的位置；被退回的让开，别的接着送', () => {
  const unheard = after(claimed(first, at(2)), { kind: 'unheard', problem: away })
  expect(nextToSend([unheard, second], at(3))?.key).toBe('k1')
  const refused = after(claimed(first, at(2)), { kind: 'refused', problem: wrong })
  expect(refused.problem).toBe(wrong)
  expect(nextToSend([refused, second], at(3))?.key).toBe('k2')
})

test('可能已经送到的不能改字，只能等回音；被退回的改了再送', () => {
  expect(mayCorrect(first)).toBe(true)
  const unheard = after(claimed(first, at(2)), { kind: 'unheard', problem: away })
  expect(mayCorrect(unheard)).toBe(false)
  expect(mayHaveArrived(unheard)).toBe(true)
  expect(corrected(unheard, '改')).toBe(unheard)
  const refused = after(unheard, { kind: 'refused', problem: wrong })
  expect(mayHaveArrived(refused)).toBe(false)
  expect(corrected(refused, '改')).toEqual({ ...queued('k1', '改', at(0)) })
  expect(mayDiscard(claimed(first, at(2)), at(3))).toBe(false)
  expect(mayDiscard(refused, at(3))).toBe(true)
})

// What happens to a device: something is written, a tab sends, the network fails before or after the server has taken
// it, the page dies on the way, time passes, a person mends what was refused.
const happening = fc.record({
  what: fc.constantFrom('write', 'send', 'lostBefore', 'lostAfter', 'dies', 'wait', 'mend', 'lateWord'),
  good: fc.boolean(),
  seconds: fc.integer({ min: 0, max: 300 }),
})

test('不管断在哪里：每条至多入账一次，先写的先入账，一条也不丢', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 60 }), (happenings) => {
      let now = 0
      let items: Queued<string>[] = []
      const ledger: string[] = []
      const words = new Map<string, string>()
      const put = (item: Queued<string>) => {
        items = items.map((one) => (one.key === item.key ? item : one))
      }
      /** The server: the same key brings the same answer, and a refusal leaves nothing behind. */
      const serve = ({ key, content }: Queued<string>) => {
        const known = words.get(key)
        if (known !== undefined) return known === content ? 'accepted' : 'refused'
        if (!content.startsWith('good')) return 'refused'
        words.set(key, content)
        ledger.push(key)
        return 'accepted'
      }
      const settle = (item: Queued<string>) =>
        put(after(item, serve(item) === 'accepted' ? { kind: 'accepted' } : { kind: 'refused', problem: wrong }))
      for (const { what, good, seconds } of happenings) {
        now += seconds
        if (what === 'write')
          items = [...items, queued(`k${String(items.length).padStart(3, '0')}`, good ? 'good' : 'bad', at(now))]
        const refused = items.find(({ state }) => state === 'refused')
        if (what === 'mend' && refused) put(corrected(refused, 'good, mended'))
        const done = items.find(({ state }) => state === 'sent')
        if (what === 'lateWord' && done) put(after(done, { kind: 'unheard', problem: away }))
        if (!['send', 'lostBefore', 'lostAfter', 'dies'].includes(what)) continue
        const next = nextToSend(items, at(now))
        if (!next) continue
        const under = claimed(next, at(now))
        put(under)
        if (what === 'send') settle(under)
        if (what === 'lostAfter' || what === 'dies') serve(under)
        if (what === 'lostBefore' || what === 'lostAfter') put(after(under, { kind: 'unheard', problem: away }))
      }
      expect(new Set(ledger).size).toBe(ledger.length)
      for (const { key } of items.filter(({ state }) => state === 'sent')) expect(ledger).toContain(key)
      // What stands still is sent in the end, and what was mended too; then the server has every good one, once.
      for (let left = items.length * 3; left > 0; left -= 1) {
        now += 300
        const next = nextToSend(items, at(now))
        const refused = items.find(({ state, content }) => state === 'refused' && !content.startsWith('good'))
        if (next) settle(claimed(next, at(now)))
        else if (refused) put(corrected(refused, 'good, mended'))
      }
      expect(countsOf(items)).toEqual({ waiting: 0, sent: items.length })
      expect(ledger.toSorted()).toEqual(items.map(({ key }) => key))
    }),
    { numRuns: 300 },
  )
})

test('没有退回的话，入账的次序就是写的次序', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('send', 'lostBefore', 'lostAfter', 'write'), { maxLength: 40 }), (steps) => {
      let items: Queued<string>[] = []
      const ledger: string[] = []
      steps.forEach((step, i) => {
        if (step === 'write') items = [...items, queued(`k${String(99 - items.length)}`, '', at(i))]
        const next = step === 'write' ? null : nextToSend(items, at(i))
        if (!next) return
        if (step !== 'lostBefore' && !ledger.includes(next.key)) ledger.push(next.key)
        const told = step === 'send' ? ({ kind: 'accepted' } as const) : ({ kind: 'unheard', problem: away } as const)
        items = items.map((one) => (one === next ? after(claimed(one, at(i)), told) : one))
      })
      expect(ledger).toEqual(items.map(({ key }) => key).slice(0, ledger.length))
    }),
  )
})
