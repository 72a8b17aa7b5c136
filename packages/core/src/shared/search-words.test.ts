import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folded, gramsAsked, gramsOf, saysAll, searchWords, searchWordsMax, spansOfWords } from './search-words.ts'

test('中文每两个相邻的字是一个检索词，标点和空格断开', () => {
  expect(gramsOf('口袋公园，已开放')).toEqual(['口袋', '袋公', '公园', '已开', '开放'])
  expect(gramsOf('桥')).toEqual([])
})

test('字母和数字不分大小写、全角半角，另取三个一组', () => {
  expect(gramsOf('ＨＤ－２０２３')).toEqual(['hd', '20', '202', '02', '023', '23'])
  expect(gramsAsked(['2023'])).toEqual(['202', '023'])
  expect(gramsAsked(['a栋'])).toEqual(['a栋'])
})

test('输入按空格和标点分成几个词，重复的只算一个，太多的不算', () => {
  expect(searchWords('口袋公园 已开放、口袋公园')).toEqual(['口袋公园', '已开放'])
  expect(searchWords(' ，。 ')).toEqual([])
  expect(searchWords('甲 乙 丙 丁 戊 己 庚 辛 壬 癸')).toHaveLength(searchWordsMax)
})

test('几个词都要有，各在一处就行', () => {
  expect(saysAll(['口袋公园', '开放'], ['新建口袋公园', '首批开放5个'])).toBe(true)
  expect(saysAll(['口袋公园', '关闭'], ['新建口袋公园', '首批开放5个'])).toBe(false)
  expect(saysAll(['公园新'], ['新建口袋公园', '新建'])).toBe(false)
})

test('标出的是原文里的位置，全角、单位符号也对得上', () => {
  const marked = (text: string, typed: string) =>
    spansOfWords(text, searchWords(typed)).map(({ start, end }) => text.slice(start, end))
  expect(marked('新建口袋公园12个，公园', '公园')).toEqual(['公园', '公园'])
  expect(marked('面积３０㎡以上', '30m2')).toEqual(['３０㎡'])
  expect(marked('㎡', 'm')).toEqual(['㎡'])
  expect(marked('公园', '桥')).toEqual([])
  expect(marked('口袋公园', '公园 口袋公园')).toEqual(['口袋公园'])
})

// Chinese, letters, digits and marks in any mixture, with signs beyond the basic plane and full width.
const text = fc.string({ unit: fc.constantFrom(...'道路建设工程口袋公园aBm1２３Ａ，。 -𠀀é㎡'), maxLength: 40 })

test('文中任何两个字以上的词，都能按检索词找到', () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.integer({ min: 2, max: 8 }), (said, from, length) => {
      const signs = Array.from(folded(said))
      const start = signs.length === 0 ? 0 : from % signs.length
      const words = searchWords(signs.slice(start, start + length).join(''))
      const known = new Set(gramsOf(said))
      expect(saysAll(words, [said])).toBe(true)
      expect(gramsAsked(words).filter((gram) => !known.has(gram))).toEqual([])
    }),
    { numRuns: 2000 },
  )
})

test('两个字以上的词总有检索词，一个字的没有', () => {
  fc.assert(
    fc.property(text, (typed) => {
      for (const word of searchWords(typed)) expect(gramsAsked([word]).length > 0).toBe(Array.from(word).length > 1)
    }),
  )
})

test('标出的位置互不重叠、按次序，都在原文里，折叠以后正是那个词', () => {
  fc.assert(
    fc.property(text, text, (said, typed) => {
      const words = searchWords(typed)
      let last = 0
      for (const { start, end } of spansOfWords(said, words)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeLessThanOrEqual(said.length)
        expect(words.some((word) => folded(said.slice(start, end)).includes(word))).toBe(true)
        last = end
      }
    }),
  )
})
