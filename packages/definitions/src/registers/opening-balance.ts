import {
  choice,
  community,
  date,
  documentNumber,
  longText,
  quantity,
  type Register,
  register,
  target,
  text,
} from '@guatu/core/fact'
import { everybody } from './access.ts'
import { say } from './common.ts'

type Listed = readonly [value: string, zh: string, en: string]

/** The measures that registers feed, each by the words of its first feed; of two with the same words the later says its register. */
function measuresOf(registers: readonly Register[]): readonly Listed[] {
  const found = new Map<string, Listed>()
  const words = new Set<string>()
  for (const { label, feeds } of registers)
    for (const { serves, says } of feeds) {
      if (!('measure' in serves) || found.has(serves.measure)) continue
      const zh = [says.zh, `${says.zh}（${label.zh}）`, serves.measure].find((one) => !words.has(one)) ?? serves.measure
      words.add(zh)
      found.set(serves.measure, [serves.measure, zh, says.en])
    }
  return [...found.values()]
}

/** 期初数台账: what came to be before rows were kept one by one, as a paper says; never beside single rows of its days. */
export const openingBalanceOf = (registers: readonly Register[]): Register =>
  register({
    id: 'openingBalance',
    label: say('期初数台账', 'Opening balances'),
    prefix: 'QC',
    columns: {
      target: target(say('目标', 'Target')),
      measure: choice(say('计量项', 'Measure'), measuresOf(registers)),
      community: community(say('所属社区', 'Community'), { required: true }),
      periodStart: date(say('期间起', 'Period from'), { required: true }),
      periodEnd: date(say('期间止', 'Period to'), { required: true, notInFuture: true }),
      quantity: quantity(say('期初数', 'Opening balance'), { required: true }),
      unit: text(say('单位', 'Unit'), 20, { requiredWhen: { column: 'measure', filled: true } }),
      docNo: documentNumber(say('依据文号', 'Paper')),
      docTitle: text(say('依据文件', 'Title of the paper'), 120, { required: true }),
      remark: longText(say('备注', 'Remark'), 500),
    },
    key: ['target', 'measure', 'community', 'periodStart'],
    rules: [
      { kind: 'inOrder', columns: ['periodStart', 'periodEnd'] },
      { kind: 'oneNeeded', columns: ['target', 'measure'] },
      {
        kind: 'must',
        column: 'measure',
        when: { column: 'target', filled: true },
        holds: { column: 'measure', filled: false },
        says: say('目标和计量项只填一个', 'Give a target or a measure, not both'),
      },
    ],
    opening: { from: 'periodStart', to: 'periodEnd' },
    privacy: 'L2',
    access: everybody,
    feeds: [
      {
        gives: { quantity: 'quantity' },
        datedBy: 'periodEnd',
        serves: { targetIn: 'target' },
        says: say('期初数', 'Opening balance'),
        when: { column: 'target', filled: true },
      },
      {
        gives: { quantity: 'quantity' },
        datedBy: 'periodEnd',
        serves: { measureIn: 'measure' },
        unitIn: 'unit',
        says: say('期初数', 'Opening balance'),
        when: { column: 'measure', filled: true },
      },
    ],
    source: '执行引擎书 §b.2：启用以前的数按文件一次登记，未逐笔',
  })
