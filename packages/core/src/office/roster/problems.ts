import { catalogue } from '../../shared/index.ts'

const useTemplate = {
  zh: '请下载模板或现有花名册，在里面填好再上传；表名和表头不要改。',
  en: 'Download the template or the present roster, fill that in and upload it; leave sheet names and headings as they are.',
}
const correctRow = { zh: '请改好这一行，再上传一次。', en: 'Correct this row and upload the file again.' }
const correctOther = {
  zh: '请先改好那一行，再上传一次。',
  en: 'Correct that row first and upload the file again.',
}

interface Cell {
  readonly column: string
}

/** What may be wrong with a roster as a whole, or with one row of it. No problem ever repeats a private number. */
export const rosterProblems = catalogue({
  'roster.sheet_missing': {
    kind: 'invalid',
    says: (f: { sheet: string; found: string }) => ({
      zh: `文件里没有名为「${f.sheet}」的表，只有：${f.found}。`,
      en: `The file has no sheet “${f.sheet}”; there are: ${f.found}.`,
    }),
    next: useTemplate,
  },
  'roster.heading': {
    kind: 'invalid',
    says: (f: { sheet: string; expected: string; found: string }) => ({
      zh: `「${f.sheet}」第1行应当是表头：${f.expected}；现在是：${f.found}。`,
      en: `The first row of “${f.sheet}” has to be the headings ${f.expected}; it is ${f.found}.`,
    }),
    next: {
      zh: '请把表头改回模板的样子：不合并、不加列。花名册只收姓名、账号和岗位，不收身份证号和电话。',
      en: 'Bring the headings back to those of the template: none merged, none added. A roster takes names, accounts and posts only, no identity numbers and no phones.',
    },
  },
  'roster.too_many_rows': {
    kind: 'tooLarge',
    says: (f: { sheet: string; rowsMax: number }) => ({
      zh: `「${f.sheet}」超过 ${f.rowsMax} 行的上限。`,
      en: `“${f.sheet}” has more than ${f.rowsMax} rows.`,
    }),
    next: { zh: '请删去多余的行，或分几个文件上传。', en: 'Remove rows that are not needed, or upload several files.' },
  },
  'roster.private_number': {
    kind: 'invalid',
    says: (f: Cell) => ({
      zh: `「${f.column}」里像是身份证号或手机号；这一行没有读入，号码没有保存。`,
      en: `“${f.column}” looks like an identity or mobile number; the row was not taken and the number is kept nowhere.`,
    }),
    next: {
      zh: '请删去号码；账号请用拼音或工号。',
      en: 'Remove the number; for an account use letters or a staff number.',
    },
  },
  'roster.formula': {
    kind: 'invalid',
    says: (f: Cell) => ({ zh: `「${f.column}」是公式。`, en: `“${f.column}” is a formula.` }),
    next: { zh: '请复制这一格，再选择性粘贴为「值」。', en: 'Copy the cell and paste it back as a value.' },
  },
  'roster.merged': {
    kind: 'invalid',
    says: () => ({ zh: '这一行有合并的单元格。', en: 'The row has merged cells.' }),
    next: { zh: '请取消合并，每一行都填全。', en: 'Unmerge them and fill in every row.' },
  },
  'roster.hidden_row': {
    kind: 'invalid',
    says: () => ({
      zh: '这一行被隐藏或筛选掉了；看不见的行不读入。',
      en: 'The row is hidden or filtered out; what is not seen is not taken.',
    }),
    next: {
      zh: '请取消隐藏和筛选；不要的行请删去。',
      en: 'Show it again and clear filters; delete rows that are not wanted.',
    },
  },
  'roster.unwritable': {
    kind: 'invalid',
    says: (f: Cell) => ({
      zh: `「${f.column}」里有看不见的字符或换行。`,
      en: `“${f.column}” holds invisible characters or a line break.`,
    }),
    next: { zh: '请清空这一格，重新输入。', en: 'Clear the cell and type it again.' },
  },
  'roster.missing': {
    kind: 'invalid',
    says: (f: Cell) => ({ zh: `没有填「${f.column}」。`, en: `“${f.column}” is empty.` }),
    next: correctRow,
  },
  'roster.too_long': {
    kind: 'invalid',
    says: (f: Cell & { charsMax: number }) => ({
      zh: `「${f.column}」超过 ${f.charsMax} 个字。`,
      en: `“${f.column}” is longer than ${f.charsMax} characters.`,
    }),
    next: correctRow,
  },
  'roster.not_one_of': {
    kind: 'invalid',
    says: (f: Cell & { value: string; choices: string }) => ({
      zh: `「${f.column}」不能是「${f.value}」，只能是：${f.choices}。`,
      en: `“${f.column}” cannot be “${f.value}”; it is one of ${f.choices}.`,
    }),
    next: correctRow,
  },
  'roster.account_form': {
    kind: 'invalid',
    says: (f: { account: string }) => ({
      zh: `账号「${f.account}」不合要求：只用汉字、字母、数字、点、横线和下划线。`,
      en: `The account “${f.account}” does not fit: letters, digits, dots, dashes and underscores only.`,
    }),
    next: correctRow,
  },
  'roster.no_such_day': {
    kind: 'invalid',
    says: (f: Cell & { value: string }) => ({
      zh: `「${f.column}」的「${f.value}」不是日历上的日期。`,
      en: `“${f.value}” under “${f.column}” is no day of the calendar.`,
    }),
    next: { zh: '日期请写作 2023-06-30。', en: 'Write a day as 2023-06-30.' },
  },
  'roster.unit_unknown': {
    kind: 'invalid',
    says: (f: Cell & { unit: string }) => ({
      zh: `「${f.column}」的「${f.unit}」不在「单位」表里，本单位也没有。`,
      en: `“${f.unit}” under “${f.column}” is neither in the sheet of units nor a unit of the office.`,
    }),
    next: { zh: '请核对名称，或在「单位」表里加一行。', en: 'Check the name, or add a row to the sheet of units.' },
  },
  'roster.unit_cycle': {
    kind: 'invalid',
    says: (f: { unit: string }) => ({
      zh: `「${f.unit}」的上级单位绕回了自己。`,
      en: `Above “${f.unit}” stands “${f.unit}” itself.`,
    }),
    next: { zh: '请改正上级单位；没有上级的留空。', en: 'Correct the unit above; leave it empty where there is none.' },
  },
  'roster.post_unknown': {
    kind: 'invalid',
    says: (f: { unit: string; post: string }) => ({
      zh: `「${f.unit}」没有岗位「${f.post}」，「岗位」表里也没有。`,
      en: `“${f.unit}” has no post “${f.post}”, nor has the sheet of posts.`,
    }),
    next: {
      zh: '请核对岗位名称，或在「岗位」表里加一行。',
      en: 'Check the title, or add a row to the sheet of posts.',
    },
  },
  'roster.post_elsewhere': {
    kind: 'invalid',
    says: (f: { unit: string; post: string; others: string }) => ({
      zh: `岗位「${f.post}」不在「${f.unit}」，在「${f.others}」。`,
      en: `The post “${f.post}” is not in “${f.unit}” but in “${f.others}”.`,
    }),
    next: {
      zh: '请改正单位，或在「岗位」表里给这个单位加上这个岗位。',
      en: 'Correct the unit, or add the post to this unit.',
    },
  },
  'roster.post_differs': {
    kind: 'conflict',
    says: (f: { post: string; duties: string; line: string }) => ({
      zh: `「${f.post}」已经设立，职责：${f.duties}；分管：${f.line}。岗位设立后，职责和分管不再改。`,
      en: `“${f.post}” is there already with these duties: ${f.duties}; answers for: ${f.line}. A post keeps both for good.`,
    }),
    next: {
      zh: '请照原样填；要变动的，另设一个名称不同的岗位，把人改到那里，原任职填终止日期。',
      en: 'Fill in what it has. For other duties make a post with another title, put the person there and end the old holding.',
    },
  },
  'roster.row_twice': {
    kind: 'invalid',
    says: (f: { first: number }) => ({
      zh: `与第${f.first}行说的是同一件事。`,
      en: `It says the same thing as row ${f.first}.`,
    }),
    next: { zh: '请只留一行。', en: 'Keep one of the two.' },
  },
  'roster.row_refused': {
    kind: 'invalid',
    says: (f: { what: string; sheet: string; row: number }) => ({
      zh: `用到的「${f.what}」在「${f.sheet}」第${f.row}行，那一行还有问题。`,
      en: `It needs “${f.what}” of row ${f.row} in “${f.sheet}”, and that row is refused.`,
    }),
    next: correctOther,
  },
  'roster.account_of_another': {
    kind: 'conflict',
    says: (f: { account: string; name: string }) => ({
      zh: `账号「${f.account}」是「${f.name}」的。`,
      en: `The account “${f.account}” belongs to ${f.name}.`,
    }),
    next: {
      zh: '一个账号只归一个人：请改正姓名，或换一个账号。',
      en: 'An account is one person’s: correct the name, or choose another account.',
    },
  },
  'roster.account_missing': {
    kind: 'invalid',
    says: (f: { name: string }) => ({
      zh: `「${f.name}」没有填账号。`,
      en: `No account is given for ${f.name}.`,
    }),
    next: {
      zh: '请填账号：用拼音或工号，全单位不重复。',
      en: 'Give an account: letters or a staff number, unique in the office.',
    },
  },
  'roster.name_ambiguous': {
    kind: 'conflict',
    says: (f: { name: string }) => ({
      zh: `有不止一位「${f.name}」可能是这一行说的人。`,
      en: `More than one person called ${f.name} may be meant.`,
    }),
    next: {
      zh: '请在「人员与岗位」里核对，先给每一位定好账号。',
      en: 'Look at people and posts and settle the account of each first.',
    },
  },
  'roster.starts_otherwise': {
    kind: 'conflict',
    says: (f: { name: string; post: string; from: string }) => ({
      zh: `「${f.name}」从 ${f.from} 起已任「${f.post}」，起始日期不再改。`,
      en: `${f.name} has held “${f.post}” since ${f.from}; the first day stays.`,
    }),
    next: { zh: '请把起始日期改成原来的，或留空。', en: 'Give that day, or leave the first day empty.' },
  },
  'roster.ends_otherwise': {
    kind: 'conflict',
    says: (f: { name: string; post: string; until: string }) => ({
      zh: `「${f.name}」任「${f.post}」已定到 ${f.until} 为止，不再改。`,
      en: `${f.name} holds “${f.post}” until ${f.until}; that stays.`,
    }),
    next: {
      zh: '请把终止日期改成原来的；续任的另加一行，起始日期写在这之后。',
      en: 'Give that day; for a further time add a row that begins after it.',
    },
  },
  'roster.no_file': {
    kind: 'invalid',
    says: () => ({ zh: '没有附花名册文件。', en: 'No roster came along.' }),
    next: { zh: '请选一个 .xlsx 文件。', en: 'Choose a .xlsx file.' },
  },
  'roster.other_file': {
    kind: 'conflict',
    says: () => ({ zh: '这个文件不是刚才预览的那一个。', en: 'This is not the file that was previewed.' }),
    next: { zh: '请重新预览，看过以后再导入。', en: 'Preview it, look at it and then apply.' },
  },
})
