import { catalogue } from '@guatu/core/shared'

export const cliProblems = catalogue({
  'cli.file_unreadable': {
    kind: 'notFound',
    says: (f: { file: string; why: string }) => ({
      zh: `打不开文件 ${f.file}（${f.why}）。`,
      en: `The file ${f.file} cannot be opened (${f.why}).`,
    }),
    next: { zh: '请核对路径和读取权限。', en: 'Check its path and that you may read it.' },
  },
  'cli.file_is_folder': {
    kind: 'invalid',
    says: (f: { file: string }) => ({ zh: `${f.file} 是文件夹，不是文件。`, en: `${f.file} is a folder, not a file.` }),
    next: { zh: '请写出其中一个文件的路径。', en: 'Name one of the files in it.' },
  },
  'cli.office_unknown': {
    kind: 'notFound',
    says: (f: { office: string; offices: string }) => ({
      zh: `没有名为「${f.office}」的单位；现有：${f.offices || '无'}。`,
      en: `There is no office “${f.office}”; there are: ${f.offices || 'none'}.`,
    }),
    next: {
      zh: '请用 npx guatu office list 查看名称，或用 npx guatu office add 新建。',
      en: 'See the names with npx guatu office list, or make one with npx guatu office add.',
    },
  },
  'cli.office_unnamed': {
    kind: 'invalid',
    says: (f: { offices: string }) => ({
      zh: `有多个单位（${f.offices}），没有说明是哪一个。`,
      en: `There are several offices (${f.offices}); which one is meant was not said.`,
    }),
    next: { zh: '请加上 --office 单位名称。', en: 'Add --office NAME.' },
  },
  'cli.office_without_duty': {
    kind: 'forbidden',
    says: (f: { office: string; duty: string }) => ({
      zh: `「${f.office}」没有承担「${f.duty}」职责的人。`,
      en: `Nobody in “${f.office}” holds the duty “${f.duty}”.`,
    }),
    next: { zh: '请先为本单位安排有此职责的人。', en: 'Give somebody of the office that duty first.' },
  },
  'cli.line_unreadable': {
    kind: 'invalid',
    says: (f: { line: number; why: string }) => ({
      zh: `第${f.line}行不是一行台账（${f.why}），没有登记任何一行。`,
      en: `Line ${f.line} is no row of a register (${f.why}); nothing was entered.`,
    }),
    next: {
      zh: '每行写一个 JSON 对象，键是台账的栏，例如 {"on":"2023-06-30","target":"T30.1","quantity":"12"}。',
      en: 'Write one JSON object a line, keyed by the columns of the register.',
    },
  },
  'cli.rows_refused': {
    kind: 'invalid',
    says: (f: { refused: number; of: number }) => ({
      zh: `${f.of}行中有${f.refused}行没有登记，原因见上；其余已登记。`,
      en: `${f.refused} of ${f.of} rows were not entered, for the reasons above; the others were.`,
    }),
    next: {
      zh: '改正这些行后只把它们再登记一次即可，已登记的行不会重复。',
      en: 'Correct those rows and load them again; rows entered already are not entered twice.',
    },
  },
  'cli.rows_unverified': {
    kind: 'forbidden',
    says: (f: { refused: number; of: number }) => ({
      zh: `${f.of}行中有${f.refused}行没有核实，原因见上；其余已核实。`,
      en: `${f.refused} of ${f.of} rows were not verified, for the reasons above; the others were.`,
    }),
    next: {
      zh: '请换一位没有登记过这些行的人，用 --as 姓名 再核实。',
      en: 'Let somebody who did not enter them verify: --as NAME.',
    },
  },
  'cli.person_unknown': {
    kind: 'notFound',
    says: (f: { office: string; name: string; people: string }) => ({
      zh: `「${f.office}」没有名为「${f.name}」的人；现有：${f.people}。`,
      en: `Nobody in “${f.office}” is called “${f.name}”; there are: ${f.people}.`,
    }),
    next: { zh: '请核对姓名。', en: 'Check the name.' },
  },
  'cli.target_unknown': {
    kind: 'notFound',
    says: (f: { code: string; year: number; office: string }) => ({
      zh: `「${f.office}」${f.year}年的计划里没有目标 ${f.code}。`,
      en: `The plan of ${f.year} of “${f.office}” has no target ${f.code}.`,
    }),
    next: {
      zh: '编号由任务号和句中顺序组成，例如 T30.1；可在任务页查看。',
      en: 'A code is the task’s number and the order in its sentence, such as T30.1; the task’s page shows it.',
    },
  },
  'cli.answer_unreadable': {
    kind: 'unavailable',
    says: (f: { status: number; address: string }) => ({
      zh: `${f.address} 的回答（状态 ${f.status}）不是挂图的回答。`,
      en: `What ${f.address} answered (status ${f.status}) is no answer of Guatu.`,
    }),
    next: {
      zh: '请核对地址上运行的是同一版本的挂图。',
      en: 'Check that the program running at that address is Guatu, of the same version.',
    },
  },
  'cli.key_unreadable': {
    kind: 'invalid',
    says: (f: { file: string }) => ({
      zh: `${f.file} 不是主密钥文件。`,
      en: `${f.file} holds no master key.`,
    }),
    next: {
      zh: '请给出数据目录里的 master.key，或不带 --key 核验。',
      en: 'Give the master.key of the data folder, or verify without --key.',
    },
  },
  'cli.checkpoint_unreadable': {
    kind: 'invalid',
    says: (f: { file: string; line: number }) => ({
      zh: `${f.file} 第${f.line}行不是检查点，没有核验。`,
      en: `Line ${f.line} of ${f.file} is no checkpoint; nothing was verified.`,
    }),
    next: {
      zh: '请给出数据目录 checkpoints 里的文件，或它存在别处的原样副本。',
      en: 'Give the file from the folder checkpoints of the data folder, or its unchanged copy.',
    },
  },
  'cli.log_broken': {
    kind: 'invalid',
    says: (f: { found: number }) => ({
      zh: `审计日志没有通过核验，发现${f.found}处，见上。`,
      en: `The audit log did not pass: ${f.found} findings, see above.`,
    }),
    next: {
      zh: '请保存文件原样，与备份和存在别处的检查点比对。',
      en: 'Keep the file as it is and compare it with backups and checkpoints kept elsewhere.',
    },
  },
})
