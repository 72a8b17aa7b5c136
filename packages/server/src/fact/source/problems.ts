import { catalogue } from '@guatu/core/shared'

export const sourceSystemProblems = catalogue({
  'source_system.key_missing': {
    kind: 'unauthenticated',
    says: () => ({
      zh: '这里只认来源系统的密钥，请求里没有。',
      en: 'This takes the key of a source system, and the request has none.',
    }),
    next: {
      zh: '请在请求头里写 Authorization: Bearer 密钥。',
      en: 'Send the header “Authorization: Bearer” with the key.',
    },
  },
  'source_system.key_unknown': {
    kind: 'unauthenticated',
    says: () => ({ zh: '没有这个密钥。', en: 'There is no such key.' }),
    next: {
      zh: '请核对密钥是否抄全；抄不出来的请安全管理员另发一个。',
      en: 'See whether it was copied whole; otherwise have the security administrator give a new one.',
    },
  },
  'source_system.key_over': {
    kind: 'unauthenticated',
    says: (f: { system: string }) => ({
      zh: `来源系统「${f.system}」的这个密钥已经停用。`,
      en: `This key of the source system “${f.system}” is no longer in force.`,
    }),
    next: {
      zh: '请改用新的密钥；没有的请安全管理员另发。',
      en: 'Use the newer key, or have the security administrator give one.',
    },
  },
  'source_system.unknown': {
    kind: 'notFound',
    says: () => ({ zh: '没有这个来源系统、数据系列或密钥。', en: 'There is no such source system, series or key.' }),
    next: { zh: '请从「数据来源」里选。', en: 'Choose one on the page of data sources.' },
  },
  'source_system.name_taken': {
    kind: 'conflict',
    says: (f: { name: string }) => ({
      zh: `已经有名为「${f.name}」的来源系统。`,
      en: `There is a source system “${f.name}” already.`,
    }),
    next: { zh: '请换个名称，或在原来的系统下增加系列。', en: 'Name it otherwise, or add a series to that one.' },
  },
  'source_system.code_taken': {
    kind: 'conflict',
    says: (f: { series: string }) => ({
      zh: `代号「${f.series}」已经有一个在用的数据系列。`,
      en: `A series with the code “${f.series}” is in force already.`,
    }),
    next: { zh: '请换个代号，或先停用原来的。', en: 'Choose another code, or end the other one first.' },
  },
  'source_system.series_taken': {
    kind: 'conflict',
    says: (f: { series: string }) => ({
      zh: `同一计量项、社区、点位和周期的数，已经由在用的数据系列「${f.series}」报送。`,
      en: `The series “${f.series}” reports the same measure, community, place and period already.`,
    }),
    next: {
      zh: '一个数只由一个系列报；要换系列或系统请先停用原来的。',
      en: 'One figure comes by one series: end the other one first.',
    },
  },
  'source_system.measure_unknown': {
    kind: 'invalid',
    says: (f: { measure: string }) => ({
      zh: `「${f.measure}」不是读数台账的计量项。`,
      en: `“${f.measure}” is no measure of readings.`,
    }),
    next: { zh: '请从列出的计量项里选。', en: 'Choose one of the list.' },
  },
  'source_system.unit_unlike': {
    kind: 'invalid',
    says: (f: { unit: string; measure: string }) => ({
      zh: `单位「${f.unit}」换算不到这个计量项的「${f.measure}」。`,
      en: `The unit “${f.unit}” cannot be said in “${f.measure}”, the unit of the measure.`,
    }),
    next: { zh: '请核对单位。', en: 'Check the unit.' },
  },
  'source_system.period_unlike': {
    kind: 'invalid',
    says: (f: { what: string; whatEn: string; period: string; every: string; everyEn: string }) => ({
      zh: `「${f.what}」是按${f.every}的数，不能按${f.period}报。`,
      en: `“${f.whatEn}” is a figure of a ${f.everyEn}.`,
    }),
    next: { zh: '请把报送周期改成它自己的。', en: 'Choose its own period.' },
  },
  'source_system.bounds_missing': {
    kind: 'invalid',
    says: (f: { series: string; what: string }) => ({
      zh: `「${f.what}」没有写明的合理范围，登记系列「${f.series}」时要填最低和最高。`,
      en: `No paper bounds what “${f.series}” reports: name its lowest and its highest.`,
    }),
    next: {
      zh: '请填这个数低到多少、高到多少就不可信。',
      en: 'Say below and above what such a figure is not to be believed.',
    },
  },
  'source_system.bounds_crossed': {
    kind: 'invalid',
    says: (f: { lowest: string; highest: string }) => ({
      zh: `最低${f.lowest}比最高${f.highest}还大。`,
      en: `The lowest, ${f.lowest}, lies above the highest, ${f.highest}.`,
    }),
    next: { zh: '请对调。', en: 'Exchange them.' },
  },
  'source_system.community_unknown': {
    kind: 'invalid',
    says: (f: { community: string }) => ({
      zh: `没有「${f.community}」这个社区。`,
      en: `There is no community “${f.community}”.`,
    }),
    next: { zh: '请选社区，或选街道本级。', en: 'Choose a community, or the whole sub-district.' },
  },
  'source_system.unit_unknown': {
    kind: 'notFound',
    says: () => ({ zh: '没有这个负责科室，或已经撤销。', en: 'There is no such unit, or it is closed.' }),
    next: { zh: '请另选一个。', en: 'Choose another.' },
  },
  'source_system.reading_misshapen': {
    kind: 'invalid',
    says: (f: { where: string; why: string; whyEn: string }) => ({
      zh: `这个读数的「${f.where}」不合要求：${f.why}`,
      en: `“${f.where}” of this reading is not valid: ${f.whyEn}`,
    }),
    next: { zh: '请按说明改正后重发这一个。', en: 'Correct it and send this one again.' },
  },
  'source_system.series_unknown': {
    kind: 'invalid',
    says: (f: { series: string }) => ({
      zh: `这个系统没有登记在用的数据系列「${f.series}」。`,
      en: `The system has no series “${f.series}” in force.`,
    }),
    next: {
      zh: '只收登记过的系列；要增加请系统管理员登记。',
      en: 'Only declared series are taken; have the system administrator declare it.',
    },
  },
  'source_system.period_misplaced': {
    kind: 'invalid',
    says: (f: { period: string; starts: string }) => ({
      zh: `期间写作它的第一天：${f.period} 应当写 ${f.starts}。`,
      en: `A period is named by its first day: ${f.starts} instead of ${f.period}.`,
    }),
    next: { zh: '请改正后重发这一个。', en: 'Correct it and send this one again.' },
  },
  'source_system.unit_wrong': {
    kind: 'invalid',
    says: (f: { unit: string; declared: string }) => ({
      zh: `报来的单位是「${f.unit}」，登记的是「${f.declared}」。`,
      en: `The unit sent is “${f.unit}”, the one declared is “${f.declared}”.`,
    }),
    next: { zh: '请按登记的单位换算后重发这一个。', en: 'Send it again in the declared unit.' },
  },
  'source_system.value_inexact': {
    kind: 'invalid',
    says: (f: { text: string }) => ({
      zh: `「${f.text}」不是写全了的十进制数。`,
      en: `“${f.text}” is no decimal written out in full.`,
    }),
    next: {
      zh: '请写成文字形式的十进制数，如 "17.2"。',
      en: 'Write a decimal as text, such as "17.2".',
    },
  },
})
