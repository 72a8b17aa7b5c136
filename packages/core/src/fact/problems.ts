import { catalogue } from '../shared/index.ts'

export const factProblems = catalogue({
  'fact.column_missing': {
    kind: 'invalid',
    says: (f: { column: string }) => ({ zh: `「${f.column}」没有填。`, en: `“${f.column}” is empty.` }),
    next: { zh: '请补填后再提交，其他内容已保留。', en: 'Fill it in and submit again; everything else is kept.' },
  },
  'fact.column_unknown': {
    kind: 'invalid',
    says: (f: { column: string }) => ({
      zh: `台账里没有「${f.column}」这一栏。`,
      en: `The register has no column “${f.column}”.`,
    }),
    next: {
      zh: '请对照台账表头，删去或改名这一栏。',
      en: 'Compare with the register’s head and remove or rename the column.',
    },
  },
  'fact.day_unreadable': {
    kind: 'invalid',
    says: (f: { column: string; text: string }) => ({
      zh: `「${f.column}」里的「${f.text}」不是一个日期。`,
      en: `“${f.text}” in “${f.column}” is not a day.`,
    }),
    next: { zh: '请写成 2023-06-30 或 2023年6月30日。', en: 'Write it as 2023-06-30.' },
  },
  'fact.day_in_future': {
    kind: 'invalid',
    says: (f: { day: string; today: string }) => ({
      zh: `${f.day}还没有到，今天是${f.today}。`,
      en: `${f.day} has not come yet; today is ${f.today}.`,
    }),
    next: { zh: '请填事情实际发生的日期。', en: 'Give the day on which it really happened.' },
  },
  'fact.day_out_of_year': {
    kind: 'invalid',
    says: (f: { day: string; year: string }) => ({
      zh: `${f.day}不在${f.year}年计划之内。`,
      en: `${f.day} is outside the plan of ${f.year}.`,
    }),
    next: { zh: '请核对日期，或改选那一年的目标。', en: 'Check the day, or choose a target of that year.' },
  },
  'fact.quantity_unreadable': {
    kind: 'invalid',
    says: (f: { column: string; text: string }) => ({
      zh: `「${f.column}」里的「${f.text}」不是一个数。`,
      en: `“${f.text}” in “${f.column}” is not a number.`,
    }),
    next: {
      zh: '请只写数字，例如 12 或 15.4，单位不用写。',
      en: 'Write digits only, such as 12 or 15.4, without the unit.',
    },
  },
  'fact.quantity_not_whole': {
    kind: 'invalid',
    says: (f: { text: string; unit: string }) => ({
      zh: `${f.text}不是整数，「${f.unit}」只能按整数计。`,
      en: `${f.text} is not a whole number; “${f.unit}” is counted whole.`,
    }),
    next: { zh: '请填整数。', en: 'Enter a whole number.' },
  },
  'fact.quantity_not_positive': {
    kind: 'invalid',
    says: (f: { text: string }) => ({ zh: `${f.text}不大于零，不能入账。`, en: `${f.text} is not above zero.` }),
    next: {
      zh: '要减少已报的数，请对原来那一行提交更正。',
      en: 'To lower a figure, correct the row that reported it.',
    },
  },
  'fact.quantity_out_of_scale': {
    kind: 'invalid',
    says: (f: { text: string; code: string; times: number }) => ({
      zh: `${f.text}超过了${f.code}全年目标的${f.times}倍，像是单位或位数填错了。`,
      en: `${f.text} is more than ${f.times} times what ${f.code} promises for the year; a unit or a digit looks wrong.`,
    }),
    next: {
      zh: '请核对数字和单位；确实有这么多，请先在任务页调整目标。',
      en: 'Check the figure and its unit; if it is right, change the target on the task page first.',
    },
  },
  'fact.text_too_long': {
    kind: 'invalid',
    says: (f: { column: string; max: number }) => ({
      zh: `「${f.column}」超过${f.max}个字。`,
      en: `“${f.column}” is longer than ${f.max} characters.`,
    }),
    next: { zh: '请缩短后再提交，其他内容已保留。', en: 'Shorten it and submit again; everything else is kept.' },
  },
  'fact.choice_unknown': {
    kind: 'invalid',
    says: (f: { column: string; text: string }) => ({
      zh: `「${f.column}」里没有「${f.text}」这一项。`,
      en: `“${f.text}” is not one of the choices of “${f.column}”.`,
    }),
    next: { zh: '请从列出的各项中选。', en: 'Choose one of those listed.' },
  },
  'fact.unit_unknown': {
    kind: 'invalid',
    says: (f: { unit: string }) => ({
      zh: `本街道没有「${f.unit}」这个单位。`,
      en: `The office has no unit “${f.unit}”.`,
    }),
    next: {
      zh: '请从列出的单位中选；确是新设的单位，请先由有权的同志添加。',
      en: 'Choose one of the units listed; a new unit has to be added first by somebody who may.',
    },
  },
  'fact.unit_closed': {
    kind: 'conflict',
    says: (f: { unit: string; on: string }) => ({
      zh: `「${f.unit}」已于${f.on}撤销，不再填报。`,
      en: `“${f.unit}” was closed on ${f.on} and reports no more.`,
    }),
    next: { zh: '请改选承接它工作的单位。', en: 'Choose the unit that has taken over its work.' },
  },
  'fact.target_unknown': {
    kind: 'notFound',
    says: (f: { text: string }) => ({
      zh: `本年度计划里没有目标「${f.text}」。`,
      en: `The plan of the year has no target “${f.text}”.`,
    }),
    next: {
      zh: '请写目标编号，例如 T30.1，或从列表中选。',
      en: 'Give the target’s code, such as T30.1, or choose from the list.',
    },
  },
  'fact.target_not_fed': {
    kind: 'conflict',
    says: (f: { code: string }) => ({
      zh: `目标${f.code}不是计数或计量的目标，进展台账不能给它入账。`,
      en: `Target ${f.code} is neither a count nor an amount; the progress register cannot feed it.`,
    }),
    next: {
      zh: '请换一个计数或计量的目标；节点、比率、位次现在还没有可登记的台账。',
      en: 'Choose a target that is a count or an amount; nothing takes rows for milestones, rates and ranks yet.',
    },
  },
  'fact.duplicate': {
    kind: 'conflict',
    says: (f: { on: string; unit: string }) => ({
      zh: `${f.on}${f.unit}的这一行已经登记过，日期、单位、目标、数量、文号都相同。`,
      en: `The row of ${f.unit} on ${f.on} is entered already: day, unit, target, quantity and paper are the same.`,
    }),
    next: {
      zh: '若确是另一件事，请用文号或说明区分。',
      en: 'If it is another matter, tell them apart by paper number or note.',
    },
  },
  'fact.same_person': {
    kind: 'forbidden',
    says: (f: { name: string }) => ({
      zh: `这一行是${f.name}填报的，不能由同一个人核实。`,
      en: `${f.name} entered this row; somebody else has to verify it.`,
    }),
    next: { zh: '请由本单位另一位有核实权限的同志核实。', en: 'Ask another person who may verify.' },
  },
  'fact.not_open': {
    kind: 'conflict',
    says: (f: { state: string }) => ({
      zh: `这一行现在是「${f.state}」，不能再这样处理。`,
      en: `The row is “${f.state}” now; this can no longer be done.`,
    }),
    next: { zh: '请刷新后再看；要改数请提交更正。', en: 'Reload it; to change a figure submit a correction.' },
  },
  'fact.correction_waiting': {
    kind: 'conflict',
    says: () => ({
      zh: '这一行已有一份更正在等核实。',
      en: 'A correction of this row waits for verification already.',
    }),
    next: { zh: '请先核实或退回那一份更正。', en: 'Have that correction verified or returned first.' },
  },
  'fact.entry_unknown': {
    kind: 'notFound',
    says: () => ({ zh: '没有找到这一行。', en: 'There is no such row.' }),
    next: { zh: '请从台账列表重新打开。', en: 'Open it again from the register.' },
  },
  'fact.row_of_system': {
    kind: 'forbidden',
    says: (f: { system: string }) => ({
      zh: `这一行由来源系统「${f.system}」报送，报来的数谁也不改。`,
      en: `The source system “${f.system}” reported this row; nobody changes a figure that was reported.`,
    }),
    next: {
      zh: '数有错请来源系统重新报送；没核对清楚的请核实人退回。',
      en: 'Have the system report it anew where it is wrong; return it where it is not clear.',
    },
  },
  'fact.row_of_others': {
    kind: 'forbidden',
    says: () => ({
      zh: '这个数已经有一行，不是本系统报来的；来源系统只更正自己报的数。',
      en: 'There is a row of this figure already that this system did not report; a system corrects only its own.',
    }),
    next: {
      zh: '请核实人退回那一行以后重报，或由录入的人更正。',
      en: 'Send it again once that row was returned, or have whoever entered it correct it.',
    },
  },
  'fact.month_running': {
    kind: 'conflict',
    says: (f: { month: string }) => ({ zh: `${f.month}还没有过完，不能封账。`, en: `${f.month} is not over yet.` }),
    next: { zh: '请在下个月初封账。', en: 'Lock it when the month is over.' },
  },
  'fact.month_locked': {
    kind: 'conflict',
    says: (f: { month: string }) => ({ zh: `${f.month}已经封账。`, en: `${f.month} is locked already.` }),
    next: {
      zh: '封账不能撤销；迟到的行照常登记，标为补录，不改当时的数。',
      en: 'A lock stays; late rows are entered as usual, are marked, and do not change what was known then.',
    },
  },
  'fact.register_closed': {
    kind: 'forbidden',
    says: (f: { register: string; post: string; what: string; circle: string }) => ({
      zh: `「${f.post}」不能对「${f.register}」「${f.what}」${f.circle}。`,
      en: `“${f.post}” has no access to “${f.register}” (${f.what}).`,
    }),
    next: { zh: '请由有此权限的岗位办理，或看汇总数。', en: 'Ask a post that may, or look at the sums.' },
  },
  'fact.register_unknown': {
    kind: 'notFound',
    says: (f: { register: string }) => ({
      zh: `没有「${f.register}」这本台账。`,
      en: `There is no register “${f.register}”.`,
    }),
    next: { zh: '请从台账列表中选。', en: 'Choose one from the list of registers.' },
  },
})
