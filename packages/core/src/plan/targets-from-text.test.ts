import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordsAt } from '../shared/index.ts'
import type { PassageKind, QuantityReading, QuantityScope } from './quantity-scope.ts'
import { readQuantities } from './targets-from-text.ts'

const scopeOf = (text: string, kind: PassageKind = 'body'): QuantityScope => ({
  year: 2025,
  passages: [{ at: { start: 0, end: text.length }, kind, task: '1', cell: null }],
})

const read = (text: string, kind?: PassageKind): QuantityReading => readQuantities(text, scopeOf(text, kind))

/** The promises of a sentence, as `words: comparator value unit basis, subject`. */
const promisesIn = (text: string, kind?: PassageKind): string[] =>
  read(text, kind).targets.map((target) => {
    const value = target.valueTo === null ? target.value : `${target.value}–${target.valueTo}`
    const notes = `${target.down ? ' ↓' : ''}${target.stretch ? ' 力争' : ''}${target.due ? ` ${target.due}` : ''}`
    const said = `${target.comparator} ${value} ${target.unit} ${target.basis}`
    return `${wordsAt(text, target.at)}: ${said}, ${target.subject}${notes}`
  })

/** What a sentence says without promising it, as `words kind`. */
const contextIn = (text: string, kind?: PassageKind): string[] =>
  read(text, kind).context.map((each) => `${wordsAt(text, each.at)} ${each.kind}`)

type Reads = readonly [sentence: string, promises: readonly string[]]
type Declines = readonly [sentence: string, context: readonly string[]]

describe('goals of the year', () => {
  test.each<Reads>([
    ['全区生产总值增长6.2%左右。', ['6.2%左右: ~ 6.2 % growth, 全区生产总值']],
    [
      '规上工业增加值增长8%以上、力争9%。',
      ['8%以上: >= 8 % growth, 规上工业增加值', '9%: = 9 % growth, 规上工业增加值 力争'],
    ],
    ['城乡居民收入分别增长7%、8%以上。', ['7%: >= 7 % growth, 城镇居民收入', '8%以上: >= 8 % growth, 农村居民收入']],
    ['失业率、物价涨幅分别控制在5%和2%以内。', ['5%: <= 5 % level, 失业率', '2%以内: <= 2 % growth, 物价涨幅']],
    ['登记失业率控制在4.2%。', ['4.2%: <= 4.2 % level, 登记失业率']],
    ['细颗粒物平均浓度降至29微克/立方米以下。', ['29微克/立方米以下: <= 29 ug/m3 level, 细颗粒物平均浓度']],
    ['人口自然增长率控制在6‰以内。', ['6‰以内: <= 6 ‰ level, 人口自然增长率']],
    ['事故起数较上年下降5%以上。', ['5%以上: >= 5 % growth, 事故起数 ↓']],
    ['外贸在去年基础上增长8%。', ['8%: = 8 % growth, 外贸']],
    ['万元产值能耗下降3%。', ['3%: = 3 % growth, 万元产值能耗 ↓']],
    [
      '科技服务业占比达到18%,绿化覆盖率达到42%,办结率达到99%。',
      ['18%: = 18 % share, 科技服务业占比', '42%: = 42 % coverage, 绿化覆盖率', '99%: = 99 % level, 办结率'],
    ],
    ['完成率达到95%。', ['95%: = 95 % level, 完成率']],
    ['技术合同成交额翻一番。', ['一番: = 1 番 growth, 技术合同成交额']],
    ['审批时限再压缩三成。', ['三成: = 30 % growth, 审批时限 ↓']],
    [
      '规上工业企业达到210家,净增20家。',
      ['210家: = 210 家 level, 规上工业企业', '20家: = 20 家 increment, 净增规上工业企业'],
    ],
    ['自来水普及率提高2个百分点。', ['2个百分点: = 2 percentage_point increment, 自来水普及率']],
    ['居民收入增速高于全省1.5个百分点。', ['1.5个百分点: = 1.5 percentage_point level, 居民收入增速高于全省']],
    ['城乡收入比缩小到1.8以内。', ['1.8以内: <= 1.8 ratio level, 城乡收入比']],
    ['粮食产量稳定在28亿斤以上。', ['28亿斤以上: >= 2800000000 斤 level, 粮食产量']],
    ['综合考核进入全市前三。', ['前三: <= 3 degree_rank rank, 综合考核进入全市']],
  ])('%s', (sentence, promises) => {
    expect(promisesIn(sentence)).toEqual(promises)
  })
})

describe('things built, done and brought in', () => {
  test.each<Reads>([
    ['新建停车场2处、泊位180个。', ['2处: = 2 处 increment, 新建停车场', '180个: = 180 个 increment, 泊位']],
    [
      '新建10家书屋、20家驿站和3家剧场。',
      ['10家: = 10 家 increment, 新建书屋', '20家: = 20 家 increment, 驿站', '3家: = 3 家 increment, 剧场'],
    ],
    ['新开工改造老旧小区36个。', ['36个: = 36 个 level, 新开工改造老旧小区']],
    ['创新平台达到5个。', ['5个: = 5 个 level, 创新平台']],
    ['引进投资过10亿元项目2个。', ['2个: = 2 个 increment, 引进投资过10亿元项目']],
    ['有效企业引进320户。', ['320户: = 320 household increment, 企业']],
    ['引进项目6个,其中外资项目2个。', ['6个: = 6 个 increment, 引进项目', '2个: = 2 个 increment, 外资项目']],
    ['提高8栋楼住户的居住品质。', ['8栋: = 8 栋 level, 楼住户']],
    ['完成8公里以上河道清淤。', ['8公里以上: >= 8 km level, 河道清淤']],
    [
      '新增床位200-300张,建设4至6处食堂。',
      ['200-300张: range 200–300 张 increment, 新增床位', '4至6处: range 4–6 处 level, 食堂'],
    ],
    [
      '培训30余名护理员,发放补贴500多万元。',
      ['30余名: > 30 person level, 护理员', '500多万元: > 5000000 CNY level, 发放补贴'],
    ],
    ['街道食堂覆盖9个社区以上。', ['9个社区以上: >= 9 个 coverage, 街道食堂覆盖']],
    ['模式在5个社区全覆盖。', ['5个: = 5 个 coverage, 社区全覆盖']],
    ['完成改造总任务的60%。', ['60%: = 60 % share, 改造总任务']],
    ['九成以上的村实现分类投放。', ['九成以上: >= 90 % share, 村实现分类投放']],
    ['每月调度1次、每季度通报一次。', ['1次: = 1 次 frequency, 每月调度', '一次: = 1 次 frequency, 每季度通报']],
    ['补贴标准由200元提高到260元。', ['260元: = 260 CNY level, 补贴标准']],
    ['孤儿津贴标准提高300元。', ['300元: = 300 CNY increment, 孤儿津贴标准']],
    ['引进项目8个,总投资25亿元。', ['8个: = 8 个 increment, 引进项目', '25亿元: = 2500000000 CNY level, 总投资']],
    ['6月底前开放口袋公园5个。', ['5个: = 5 个 level, 开放口袋公园 2025-06']],
    ['规上企业净增20家、达到150家。', ['20家: = 20 家 increment, 规上企业净增', '150家: = 150 家 level, 规上企业净增']],
    [
      '森林覆盖率提高0.3个百分点、达到45.6%。',
      ['0.3个百分点: = 0.3 percentage_point increment, 森林覆盖率', '45.6%: = 45.6 % coverage, 森林覆盖率'],
    ],
    ['新建充电桩90个(其中快充桩30个)。', ['90个: = 90 个 increment, 新建充电桩', '30个: = 30 个 increment, 快充桩']],
    ['网格由86个优化为72个。', ['72个: = 72 个 level, 网格']],
    ['完成全区18所食堂改造。', ['18所: = 18 所 level, 食堂改造']],
    ['改造背街26条,剩余8条9月底前完成。', ['26条: = 26 条 level, 改造背街', '8条: = 8 条 level, 剩余改造背街 2025-09']],
    ['惠及3万群众。', ['3万: = 30000 person level, 群众']],
    ['入驻率由74%提到82%。', ['82%: = 82 % level, 入驻率']],
    ['机关干部每周下沉社区1天以上。', ['1天以上: >= 1 day frequency, 机关干部每周下沉社区']],
    ['办理时限压缩至3个工作日以内。', ['3个工作日以内: <= 3 day level, 办理时限']],
  ])('%s', (sentence, promises) => {
    expect(promisesIn(sentence)).toEqual(promises)
  })

  test.each<Reads>([
    ['新建幼儿园两所。', ['两所: = 2 所 increment, 新建幼儿园']],
    ['新建一座文化广场。', ['一座: = 1 座 increment, 新建文化广场']],
    ['完成东、西两条巷道整治。', ['两条: = 2 条 level, 巷道整治']],
    ['信访总量压减一成以上。', ['一成以上: >= 10 % growth, 信访总量 ↓']],
    ['危害损失率控制在千分之五以内。', ['千分之五以内: <= 5 ‰ level, 危害损失率']],
  ])('in Chinese numerals: %s', (sentence, promises) => {
    expect(promisesIn(sentence)).toEqual(promises)
  })
})

describe('what is measured, in whole words and without the verb that leads up to it', () => {
  test.each([
    ['编好校舍维修项目,投资2亿元。', ['投资']],
    ['带动外贸出口持续增长8%。', ['外贸出口']],
    ['改善300户居民的居住环境。', ['居民']],
    ['一是建成驿站3个;二是举办讲座8场。', ['建成驿站', '讲座']],
    ['国庆节前完成河堤加固2公里,汛期前完成清淤3公里。', ['河堤加固', '清淤']],
    ['7月底前开放食堂2家,第三季度前完成5家。', ['开放食堂', '开放食堂']],
    ['查处乱摆卖行为不低于500起。', ['查处乱摆卖行为']],
    ['农业总产值完成28亿元。', ['农业总产值']],
    ['信访积案6件全部化解。', ['信访积案']],
    ['重点人群签约率90%。', ['重点人群签约率']],
    ['建设用地供应300亩。', ['建设用地供应']],
    ['对13周岁女生1200名免费接种。', ['免费接种']],
    ['为500名13周岁在校女生免费体检。', ['在校女生免费体检']],
    ['确保灯会、庙会等6场活动顺利举办。', ['活动']],
  ])('%s', (sentence, subjects) => {
    expect(read(sentence).targets.map(({ subject }) => subject)).toEqual(subjects)
  })

  test('a subject too long begins behind a mark of its list', () => {
    const [target] = read(`完善${'山区河道疏浚、水库岸坡加固、'.repeat(4)}灌区渠道衬砌工程8处。`).targets
    expect(target?.subject).toMatch(/^(?:山区河道疏浚|水库岸坡加固)、/)
    expect(target?.subject.length).toBeLessThanOrEqual(40)
  })
})

describe('what is said and not promised', () => {
  test.each<Declines>([
    ['超50亿元项目实现零的突破。', ['超50亿元 filter']],
    ['落实区政办〔2024〕12号文件。', ['2024 doc', '12号 doc']],
    ['推行“5+2”工作法,健全1+3+N体系。', ['5 name', '2 name', '1 name', '3 name']],
    ['加快G318改造,治理PM2.5,推广5G应用,升级3A级景区。', ['318 name', '2.5 name', '5 name', '3 name']],
    ['用好12345热线,打造15分钟生活圈。', ['12345 name', '15分钟 name']],
    ['推进地铁8号线站点周边开发,建设东站二期。', ['8号线 name', '二期 name']],
    ['关爱65岁以上老人和3-6岁儿童。', ['65岁以上 filter', '3-6岁 filter']],
    ['服务5亿元以上企业和20户以上自然村。', ['5亿元以上 filter', '20户以上 filter']],
    ['推动总投资12亿元的产业园落地。', ['12亿元 scale']],
    ['超50亿元项目实现零的突破。', ['超50亿元 filter']],
    ['建成环山路(全长2.4公里、宽24米)。', ['2.4公里 scale', '24米 scale']],
    ['完成小学迁建,建成后可新增学位800个。', ['800个 scale']],
    ['用地120亩、总投资6亿元的产业园开工。', ['120亩 scale', '6亿元 scale']],
    ['对全区120家饭店开展检查。', ['120家 scope']],
    ['推动年产3万吨铝箔项目投产。', ['3万吨 scale']],
    ['围绕12条产业链,聚焦8大集群,紧盯60家企业。', ['12条 scope', '8大 count', '60家 scope']],
    ['加快河东4家酒店建设。', ['4家 scope']],
    ['按照每300户配备1名的标准落实。', ['300户 scope', '1名 scope']],
    ['重点抓好三方面工作。', ['三方面 count']],
    ['聚焦3个方面7项重点任务,明确6大类32项职责。', ['3个方面 count', '7项 count', '6大 count', '32项 count']],
    ['办好8件民生实事:', ['8件 count']],
    ['扭住总投资90亿元的29个重点项目,聚焦12个重点在建项目。', ['90亿元 scale', '29个 scope', '12个 scope']],
    ['死亡率控制在8/10万以下。', ['8 doc', '10万以下 doc']],
    ['发案率控制在0.5/10万以下。', ['0.5 doc', '10万以下 doc']],
    ['柳湾医院。设床位500张,总投资5亿元,全长2公里。', ['500张 scale', '5亿元 scale', '2公里 scale']],
    ['启动片区改造(涉及楼栋46幢、居民2130户)。', ['46幢 scale', '2130户 scale']],
    ['做好第5届荷花节,办好第三次普查。', ['5届 date', '三次 idiom']],
    ['认真落实八项规定,坚持一件一件办。', ['八项 name', '一件 idiom', '一件 count']],
    ['去年完成投资12亿元。', ['12亿元 past']],
    ['上半年已引进企业86户,税收1.9亿元,为全年目标的52%。', ['86户 past', '1.9亿元 past', '52% past']],
    ['与2024年持平,6月15日前见效。', ['2024年 date', '6月 date', '15日 date']],
  ])('%s', (sentence, context) => {
    expect(promisesIn(sentence)).toEqual([])
    expect(contextIn(sentence)).toEqual(context)
  })

  test.each(['统一项目管理,进一步打造一批一流品牌。', '优化专项服务,推动一体发展。'])(
    'no number at all: %s',
    (sentence) => {
      expect(read(sentence)).toEqual({ targets: [], context: [], doubts: [] })
    },
  )

  test('every number of a review is past, and of a frame before the plan unless goals are set', () => {
    expect(promisesIn('新建学校3所。', 'review')).toEqual([])
    expect(promisesIn('全镇12个村共180人参加会议。', 'frame')).toEqual([])
    const goals = '工作目标\n垃圾回收率达38%。'
    const at = (start: number, end: number, kind: PassageKind) => ({ at: { start, end }, kind, task: null, cell: null })
    const passages = [at(0, 4, 'heading'), at(5, goals.length, 'frame')]
    expect(readQuantities(goals, { year: 2025, passages }).targets).toHaveLength(1)
    expect(promisesIn('主要目标是:税收增长6%。投资增长8%。', 'frame')).toHaveLength(2)
  })

  test('a clause that opens with an earlier year tells, with the year of the plan it promises', () => {
    expect(promisesIn('2024年建成2个,2025年再建3个。')).toHaveLength(1)
  })

  test('what was done stays past to the end of its sentence, what is aimed at does not', () => {
    expect(promisesIn('目前已建成8个,面积2公顷,今年力争新建3个。')).toEqual(['3个: = 3 个 increment, 新建 力争'])
    expect(promisesIn('优化已建成300个驿站的管理,升级智能驿站50个。')).toHaveLength(1)
    expect(promisesIn('目前已完工2个,剩余4个11月底前全部完工;新建公园2个。')).toHaveLength(2)
    expect(promisesIn('去年引进企业9家;新增就业300人。')).toEqual([])
    expect(promisesIn('紧盯15个已签约未开工项目,确保龙头企业产值增长20%以上。')).toHaveLength(1)
  })
})

describe('why, and how surely', () => {
  test('each reading names the rule that decided', () => {
    expect(read('关爱65岁以上老人。').context.map(({ rule }) => rule)).toEqual(['age'])
  })

  test.each([
    ['加快河东4家酒店建设。', 'plan.may_be_target'],
    ['新建幼儿园两所。', 'plan.number_in_words'],
    ['城乡收入比缩小到1.8以内。', 'plan.unit_missing'],
    ['去年完成投资12亿元,今年力争完成15亿元以上。', 'plan.subject_unclear'],
  ])('%s wants a second look: %s', (sentence, code) => {
    expect(read(sentence).doubts.map((doubt) => doubt.code)).toEqual([code])
  })

  test('a plain promise wants none', () => {
    expect(read('新建口袋公园12个。').doubts).toEqual([])
  })
})

describe('tables that keep figure and unit apart', () => {
  const text = '产值增速|%|6.1|6.5\n高新企业|家|42|50左右\n粮食总产量(万吨)||11|11.3'
  const heads = ['指标', '单位', '2024年完成', '2025年目标']
  const passages = text.split('\n').flatMap((line, row, lines) => {
    const start = lines.slice(0, row).join('\n').length + (row === 0 ? 0 : 1)
    return line.split('|').flatMap((words, i, cells) => {
      const from = start + cells.slice(0, i).join('|').length + (i === 0 ? 0 : 1)
      const cell = { row, head: heads[i] ?? '' }
      return words === ''
        ? []
        : [{ at: { start: from, end: from + words.length }, kind: 'body', task: null, cell } as const]
    })
  })

  test('a figure takes its unit and its subject from the row, and last year is past', () => {
    const { targets, context } = readQuantities(text, { year: 2025, passages })
    expect(targets.map(({ value, unit, basis, subject }) => `${value} ${unit} ${basis} ${subject}`)).toEqual([
      '6.5 % growth 产值增速',
      '50 家 level 高新企业',
      '113000 ton level 粮食总产量',
    ])
    expect(new Set(context.filter(({ at }) => /\d/.test(wordsAt(text, at))).map(({ kind }) => kind))).toEqual(
      new Set(['past']),
    )
  })
})

describe('places', () => {
  test('a number keeps its place when spaces and line ends stand inside it', () => {
    const text = '全年新建口袋公园 12\n个,改造管网超 3.5 万\n米。'
    expect(read(text).targets.map(({ at }) => wordsAt(text, at))).toEqual(['12\n个', '超 3.5 万\n米'])
  })

  test('full-width digits and marks read as the narrow ones', () => {
    expect(promisesIn('新增学位１２００个,达标率９５％以上。')).toEqual([
      '１２００个: = 1200 个 increment, 新增学位',
      '９５％以上: >= 95 % level, 达标率',
    ])
  })

  const pieces = [
    '新增',
    '增长',
    '分别',
    '12',
    '3.5万',
    '个',
    '亿元',
    '%',
    '以上',
    '两所',
    '、',
    '和',
    ',',
    '。',
    '\n',
    '(',
    ')',
    '“',
    '”',
    '至',
    '/',
  ]
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((words) => words.join('')),
  )

  test('reading never throws, and every reading stands in the text, in order, with a digit or numeral in it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        if (text === '') return
        const { targets, context } = read(text)
        const spans = [...targets, ...context].map(({ at }) => at).sort((a, b) => a.start - b.start)
        for (const [i, at] of spans.entries()) {
          expect(at.start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0)
          expect(at.end).toBeLessThanOrEqual(text.length)
          expect(wordsAt(text, at)).toMatch(/[\d０-９零〇一二两三四五六七八九十百千万亿]/)
        }
      }),
    )
  })
})
