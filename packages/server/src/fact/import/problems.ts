import { catalogue } from '@guatu/core/shared'

export const importProblems = catalogue({
  'import.no_file': {
    kind: 'invalid',
    says: () => ({ zh: '没有收到文件。', en: 'No file came with it.' }),
    next: { zh: '请选一个 .xlsx 或 .xls 文件。', en: 'Choose a .xlsx or .xls file.' },
  },
  'import.no_head': {
    kind: 'invalid',
    says: (f: { sheet: string }) => ({
      zh: `工作表「${f.sheet}」前几行里没有找到表头。`,
      en: `No head of a table was found in the first rows of the sheet “${f.sheet}”.`,
    }),
    next: {
      zh: '请在数据上方写好各栏名称，或下载空白表样照着填。',
      en: 'Write the names of the columns above the rows, or download an empty sheet of the register.',
    },
  },
  'import.no_post': {
    kind: 'forbidden',
    says: () => ({
      zh: '上传这张表的同志现在不任任何岗位，不能导入。',
      en: 'Whoever brought this sheet in holds no post now.',
    }),
    next: { zh: '请由在岗的同志重新导入。', en: 'Have somebody in a post bring it in again.' },
  },
  'import.unknown': {
    kind: 'notFound',
    says: () => ({ zh: '没有这次导入。', en: 'There is no such import.' }),
    next: { zh: '请回到导入列表重新选择。', en: 'Choose one of the list.' },
  },
  'import.not_ready': {
    kind: 'conflict',
    says: () => ({ zh: '这次导入现在不能做这一步。', en: 'This import is not at that step.' }),
    next: { zh: '请刷新后按现在的状态办理。', en: 'Reload and go on from where it is.' },
  },
  'import.month_locked': {
    kind: 'conflict',
    says: (f: { month: string }) => ({
      zh: `${f.month}已经封账，这次导入里有那个月的行，不能整次撤回。`,
      en: `${f.month} is locked, and rows of this import are of that month; it cannot be withdrawn as a whole.`,
    }),
    next: { zh: '有错的行请逐行更正或请核实人退回。', en: 'Correct the rows that are wrong, or have them returned.' },
  },
  'import.nothing_to_accept': {
    kind: 'invalid',
    says: () => ({ zh: '没有一行可以导入。', en: 'No row can be imported.' }),
    next: { zh: '请按每行的原因改好表，或改列的对应。', en: 'Repair the rows as told, or map the columns otherwise.' },
  },
  'import.other_post': {
    kind: 'conflict',
    says: (f: { post: string }) => ({
      zh: `这份表是坐在另一个岗位上核对的，「${f.post}」能填的行可能不一样。`,
      en: `This sheet was looked at from another post; “${f.post}” may not enter the same rows.`,
    }),
    next: {
      zh: '请换回原来的岗位再确认，或在现在的岗位上重新确认列的对应。',
      en: 'Take the other post again, or settle its columns anew in this one.',
    },
  },
  'import.mapped_twice': {
    kind: 'invalid',
    says: (f: { field: string }) => ({
      zh: `两列都对应了「${f.field}」。`,
      en: `Two columns are mapped to “${f.field}”.`,
    }),
    next: { zh: '请只留一列。', en: 'Keep one of them.' },
  },
  'import.field_unknown': {
    kind: 'invalid',
    says: (f: { field: string }) => ({
      zh: `没有「${f.field}」这一栏可以对应。`,
      en: `There is no field “${f.field}” to map to.`,
    }),
    next: { zh: '请从列表中选。', en: 'Choose one of the list.' },
  },
  'import.file_gone': {
    kind: 'unavailable',
    says: () => ({ zh: '这次导入的原表不在了。', en: 'The file of this import is no longer there.' }),
    next: { zh: '请重新导入一次。', en: 'Import it again.' },
  },
  'import.stays_inside': {
    kind: 'forbidden',
    says: (f: { register: string }) => ({
      zh: `「${f.register}」限制知悉，行不导出。`,
      en: `The rows of “${f.register}” are for few eyes and are not exported.`,
    }),
    next: { zh: '请在系统里查看，或下载空白表样。', en: 'Look at them here, or download the empty sheet.' },
  },
  'import.no_geometry': {
    kind: 'invalid',
    says: (f: { register: string }) => ({
      zh: `「${f.register}」没有坐标栏，画不成地图。`,
      en: `“${f.register}” has no column of coordinates to draw.`,
    }),
    next: { zh: '请改为导出表格。', en: 'Export it as a sheet instead.' },
  },
})
