import { catalogue } from '../shared/index.ts'

export const reviewProblems = catalogue({
  'review.item_unknown': {
    kind: 'notFound',
    says: (f: { key: string }) => ({ zh: `没有找到这处词句（${f.key}）。`, en: `There is no such phrase (${f.key}).` }),
    next: { zh: '请刷新审图页后重试。', en: 'Reload the review and try again.' },
  },
  'review.task_unknown': {
    kind: 'notFound',
    says: (f: { task: string }) => ({ zh: `没有第${f.task}项任务。`, en: `There is no task ${f.task}.` }),
    next: { zh: '请从目录中选任务。', en: 'Choose a task from the outline.' },
  },
  'review.nothing_to_undo': {
    kind: 'conflict',
    says: () => ({ zh: '没有可以撤销的操作。', en: 'There is nothing to undo.' }),
    next: { zh: '继续审核即可。', en: 'Go on with the review.' },
  },
  'review.words_outside': {
    kind: 'invalid',
    says: () => ({ zh: '选中的词句不在原文之内。', en: 'The chosen words are not in the text.' }),
    next: { zh: '请在左侧原文中重新选取。', en: 'Select them again in the text on the left.' },
  },
  'review.still_open': {
    kind: 'conflict',
    says: (f: { open: number; doubtful: number }) => ({
      zh: `还有${f.open}处没有确认，其中${f.doubtful}处存疑。`,
      en: `${f.open} phrases are not confirmed yet, ${f.doubtful} of them doubtful.`,
    }),
    next: {
      zh: '请继续审核，或明示「带着未决项采用」。',
      en: 'Go on reviewing, or say that you adopt it with them open.',
    },
  },
  'review.nothing_read': {
    kind: 'conflict',
    says: () => ({ zh: '没有从这份材料中读出任务。', en: 'No task was read out of this document.' }),
    next: {
      zh: '请核对材料是否为工作报告或任务分解表，也可以逐项手工添加。',
      en: 'Check that it is a work report or a task table, or add tasks by hand.',
    },
  },
  'review.adopted': {
    kind: 'conflict',
    says: (f: { version: number }) => ({
      zh: `这份材料已经采用为第${f.version}版，不能再审。`,
      en: `This source was adopted as version ${f.version}; its review is closed.`,
    }),
    next: { zh: '以后的改动请在任务页作为新版提出。', en: 'Make later changes on the task page, as a new version.' },
  },
  'plan.dated_in_future': {
    kind: 'invalid',
    says: (f: { day: string; today: string }) => ({
      zh: `文件日期 ${f.day} 晚于今天（${f.today}）。`,
      en: `The paper is dated ${f.day}, which is after today (${f.today}).`,
    }),
    next: { zh: '请改正文件日期后再导入，其他内容已保留。', en: 'Correct the day and import again; the rest is kept.' },
  },
  'review.set_aside': {
    kind: 'conflict',
    says: () => ({ zh: '这份材料已经不采用，不能再审。', en: 'This paper was set aside; its review is closed.' }),
    next: { zh: '要用它，请先撤销上一步。', en: 'To use it after all, take the last step back first.' },
  },
  'plan.version_unknown': {
    kind: 'notFound',
    says: (f: { year: number }) => ({
      zh: `${f.year}年还没有采用计划。`,
      en: `No plan has been adopted for ${f.year}.`,
    }),
    next: { zh: '请先导入工作报告，审图后采用。', en: 'Import the work report, review and adopt it first.' },
  },
  'plan.not_known_then': {
    kind: 'notFound',
    says: (f: { year: number; on: string; since: string }) => ({
      zh: `到${f.on}为止，系统里还没有${f.year}年计划；它是${f.since}登记的。`,
      en: `By ${f.on} the plan of ${f.year} was not here yet; it was entered on ${f.since}.`,
    }),
    next: {
      zh: '请看登记之后的日子，或按今天所知来看那一天（命令行加 --known）。',
      en: 'Look at a later day, or at that day as known today (--known on the command line).',
    },
  },
  'plan.value_not_positive': {
    kind: 'invalid',
    says: (f: { value: string }) => ({
      zh: `${f.value}不能作目标值：目标要大于零，「不超过」一类才可以是零。`,
      en: `${f.value} is no target: it has to be above zero; only a ceiling may be zero.`,
    }),
    next: { zh: '请改正数值后再提交，其他内容已保留。', en: 'Correct the figure and submit again; the rest is kept.' },
  },
  'plan.range_turned': {
    kind: 'invalid',
    says: (f: { from: string; to: string }) => ({
      zh: `区间写反了：${f.from}到${f.to}。`,
      en: `The range is turned round: ${f.from} to ${f.to}.`,
    }),
    next: { zh: '请把小的写在前面。', en: 'Put the smaller one first.' },
  },
  'plan.range_open': {
    kind: 'invalid',
    says: (f: { from: string }) => ({
      zh: `区间只写了一头：从${f.from}，没写到多少。`,
      en: `The range has one end only: from ${f.from}, and to how much is not said.`,
    }),
    next: {
      zh: '请把区间的两头都写上，或改选「不低于」一类。',
      en: 'Give both ends, or choose “at least” or the like.',
    },
  },
  'plan.not_a_range': {
    kind: 'invalid',
    says: (f: { from: string; to: string }) => ({
      zh: `${f.from}到${f.to}是区间，比较方式却不是区间。`,
      en: `${f.from} to ${f.to} is a range, but the comparison is none.`,
    }),
    next: { zh: '请把比较方式改为区间，或去掉第二个数。', en: 'Choose the range, or leave the second figure out.' },
  },
  'plan.nothing_changed': {
    kind: 'invalid',
    says: () => ({ zh: '目标没有任何改动。', en: 'Nothing of the target would change.' }),
    next: {
      zh: '请先改动，再提交；不改就不必成一版。',
      en: 'Change something first; without a change there is no new version.',
    },
  },
  'plan.decided_in_future': {
    kind: 'invalid',
    says: (f: { day: string; today: string }) => ({
      zh: `议定日期${f.day}还没有到，今天是${f.today}。`,
      en: `The day of the decision, ${f.day}, has not come yet; today is ${f.today}.`,
    }),
    next: { zh: '请填实际议定的日期。', en: 'Give the day on which it was decided.' },
  },
  'plan.decided_before_plan': {
    kind: 'invalid',
    says: (f: { day: string; adopted: string }) => ({
      zh: `议定日期${f.day}早于计划采用的${f.adopted}。`,
      en: `The decision of ${f.day} is older than the plan, adopted on ${f.adopted}.`,
    }),
    next: { zh: '请核对议定日期。', en: 'Check the day of the decision.' },
  },
  'plan.one_task_only': {
    kind: 'invalid',
    says: (f: { read: number }) => ({
      zh: `这段话读出了${f.read}项任务，手工一次只加一项。`,
      en: `These words read as ${f.read} tasks; by hand one is added at a time.`,
    }),
    next: {
      zh: '请把每一项分开添加，或把整份材料作为文件导入。',
      en: 'Add each by itself, or bring the whole paper in as a file.',
    },
  },
  'plan.number_taken': {
    kind: 'conflict',
    says: (f: { number: string }) => ({ zh: `第${f.number}项已经有了。`, en: `There is a task ${f.number} already.` }),
    next: { zh: '请换一个序号，或在那一项上修改。', en: 'Choose another number, or change that task.' },
  },
})
