import { catalogue } from '@guatu/core/shared'

interface OfColumn {
  readonly register: string
  readonly column: string
}

/** What may be wrong with a column that an office adds itself. */
export const ownProblems = catalogue({
  'own_column.wrong': {
    kind: 'invalid',
    says: (f: OfColumn & { why: string; whyEn: string }) => ({
      zh: `「${f.register}」的「${f.column}」这一列不能这样设：${f.why}。`,
      en: `The column “${f.column}” of “${f.register}” cannot be so: ${f.whyEn}.`,
    }),
    next: { zh: '请照上面说的改好，再提交一次。', en: 'Put it right as said and submit again.' },
  },
  'own_column.unknown': {
    kind: 'notFound',
    says: () => ({ zh: '没有这个自设列。', en: 'There is no such column of your own.' }),
    next: { zh: '请刷新页面，再看一次。', en: 'Load the page again.' },
  },
  'own_column.retired': {
    kind: 'conflict',
    says: (f: OfColumn) => ({
      zh: `「${f.register}」的「${f.column}」已经停用，不再改动。`,
      en: `The column “${f.column}” of “${f.register}” is retired and changes no more.`,
    }),
    next: { zh: '要用时请新设一列，旧行的内容仍然保留。', en: 'Add a new one; what earlier rows hold stays.' },
  },
  'own_column.same': {
    kind: 'conflict',
    says: (f: OfColumn) => ({
      zh: `「${f.register}」的「${f.column}」没有改动。`,
      en: `Nothing of the column “${f.column}” of “${f.register}” is changed.`,
    }),
    next: { zh: '请改一处再提交。', en: 'Change something and submit again.' },
  },
  'own_column.not_waiting': {
    kind: 'conflict',
    says: () => ({ zh: '这一列没有等着确认的改动。', en: 'Nothing of this column waits to be confirmed.' }),
    next: { zh: '请刷新页面，看它现在的样子。', en: 'Load the page again and see how it stands.' },
  },
  'own_column.needs_second': {
    kind: 'forbidden',
    says: () => ({ zh: '必填的改动要由另一个人确认。', en: 'Another person has to confirm what is required.' }),
    next: {
      zh: '请科室负责人或督查专员里没有提出它的人来确认。',
      en: 'Ask a head of unit or the supervision clerk who did not ask for it.',
    },
  },
  'own_column.full': {
    kind: 'conflict',
    says: (f: { register: string; max: number }) => ({
      zh: `「${f.register}」的自设列已有${f.max}个，不能再加。`,
      en: `“${f.register}” has ${f.max} columns of your own already and takes no more.`,
    }),
    next: {
      zh: '列这么多，多半该另立一本台账，请提给系统维护方。',
      en: 'So many want a register of their own; ask whoever looks after the system.',
    },
  },
})
