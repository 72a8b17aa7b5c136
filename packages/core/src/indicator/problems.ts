import { catalogue } from '../shared/index.ts'

export const indicatorProblems = catalogue({
  'indicator.unknown': {
    kind: 'notFound',
    says: (f: { indicator: string }) => ({
      zh: `没有「${f.indicator}」这个指标。`,
      en: `There is no indicator “${f.indicator}”.`,
    }),
    next: { zh: '请从指标目录里选一个。', en: 'Choose one of the catalogue.' },
  },
  'indicator.target_unknown': {
    kind: 'notFound',
    says: () => ({ zh: '现行计划里没有这个目标。', en: 'The plan in force has no such target.' }),
    next: { zh: '请刷新后从列表里选目标。', en: 'Reload and choose a target from the list.' },
  },
  'indicator.no_figure': {
    kind: 'conflict',
    says: (f: { target: string }) => ({
      zh: `${f.target}没有定值，不能绑定指标。`,
      en: `${f.target} has no value to hold a number against.`,
    }),
    next: { zh: '请先调整目标、定下数值。', en: 'Settle a value for the target first.' },
  },
  'indicator.unit_differs': {
    kind: 'invalid',
    says: (f: { target: string; unit: string; indicator: string; own: string }) => ({
      zh: `${f.target}的单位是${f.unit}，「${f.indicator}」的单位是${f.own}，换算不了。`,
      en: `${f.target} is in ${f.unit}, “${f.indicator}” in ${f.own}; one cannot be said in the other.`,
    }),
    next: { zh: '请选同类单位的指标。', en: 'Choose an indicator whose unit fits.' },
  },
  'indicator.not_bound': {
    kind: 'conflict',
    says: (f: { target: string }) => ({
      zh: `${f.target}没有绑定指标，无从取消。`,
      en: `${f.target} is bound to no indicator; there is nothing to end.`,
    }),
    next: { zh: '请刷新看现在的绑定。', en: 'Reload to see what stands.' },
  },
  'indicator.same': {
    kind: 'conflict',
    says: (f: { target: string; indicator: string }) => ({
      zh: `${f.target}已经绑定「${f.indicator}」。`,
      en: `${f.target} is bound to “${f.indicator}” already.`,
    }),
    next: { zh: '不用再确认；要改请另选一个。', en: 'Nothing to confirm; choose another to change it.' },
  },
})
