import { catalogue } from '../shared/index.ts'

const keep = {
  zh: '请保存这份文件原样，由审计管理员与备份、外存的检查点比对。',
  en: 'Keep the file as it is; let the audit administrator compare it with backups and outside checkpoints.',
}

/** What a check of a log can find, each with the record's number. */
export const auditProblems = catalogue({
  'audit.altered': {
    kind: 'invalid',
    says: (f: { seq: number; line: number }) => ({
      zh: `第${f.seq}号记录（文件第${f.line}行）被改动过。`,
      en: `Record ${f.seq} (line ${f.line}) was altered.`,
    }),
    next: keep,
  },
  'audit.unreadable': {
    kind: 'invalid',
    says: (f: { line: number }) => ({
      zh: `文件第${f.line}行不是审计日志的写法。`,
      en: `Line ${f.line} is not written as an audit log is.`,
    }),
    next: keep,
  },
  'audit.foreign': {
    kind: 'invalid',
    says: (f: { line: number }) => ({
      zh: `文件第${f.line}行属于别的单位。`,
      en: `Line ${f.line} belongs to another office.`,
    }),
    next: keep,
  },
  'audit.gap': {
    kind: 'invalid',
    says: (f: { from: number; to: number }) => ({
      zh: f.from === f.to ? `缺第${f.from}号记录。` : `缺第${f.from}号至第${f.to}号记录。`,
      en: f.from === f.to ? `Record ${f.from} is missing.` : `Records ${f.from} to ${f.to} are missing.`,
    }),
    next: keep,
  },
  'audit.order': {
    kind: 'invalid',
    says: (f: { seq: number; line: number }) => ({
      zh: `第${f.seq}号记录不在它的位置（文件第${f.line}行）。`,
      en: `Record ${f.seq} is out of its place (line ${f.line}).`,
    }),
    next: keep,
  },
  'audit.duplicate': {
    kind: 'invalid',
    says: (f: { seq: number; line: number }) => ({
      zh: `第${f.seq}号记录重复出现（文件第${f.line}行）。`,
      en: `Record ${f.seq} stands there again (line ${f.line}).`,
    }),
    next: keep,
  },
  'audit.broken_link': {
    kind: 'invalid',
    says: (f: { seq: number; line: number }) => ({
      zh: `第${f.seq}号记录（文件第${f.line}行）不接它前面的一条。`,
      en: `Record ${f.seq} (line ${f.line}) does not follow the one before it.`,
    }),
    next: keep,
  },
  'audit.forged': {
    kind: 'invalid',
    says: (f: { seq: number; line: number }) => ({
      zh: `第${f.seq}号记录（文件第${f.line}行）不是用本单位的密钥写的。`,
      en: `Record ${f.seq} (line ${f.line}) was not written with this office’s key.`,
    }),
    next: keep,
  },
  'audit.cut': {
    kind: 'invalid',
    says: (f: { size: number; found: number }) => ({
      zh: `检查点说有${f.size}条记录，文件里只到第${f.found}号，末尾被截去。`,
      en: `A checkpoint tells of ${f.size} records, the file ends at ${f.found}: its tail was cut.`,
    }),
    next: keep,
  },
  'audit.unended': {
    kind: 'invalid',
    says: () => ({
      zh: '文件没有结尾行，或结尾与开头、条数不符：没有下载完整，或被截断。',
      en: 'The closing line is missing or does not agree: the file is not whole.',
    }),
    next: { zh: '请重新导出一份再核验。', en: 'Export it again and verify that.' },
  },
  'audit.other_history': {
    kind: 'invalid',
    says: (f: { size: number; at: string }) => ({
      zh: `前${f.size}条记录与 ${f.at} 的检查点不符：此后历史被改写过。`,
      en: `The first ${f.size} records are not those of the checkpoint of ${f.at}: history was rewritten.`,
    }),
    next: keep,
  },
  'audit.checkpoint_forged': {
    kind: 'invalid',
    says: (f: { size: number; at: string }) => ({
      zh: `${f.at} 的检查点（${f.size}条）不是用本单位的密钥写的。`,
      en: `The checkpoint of ${f.at} (${f.size} records) was not written with this office’s key.`,
    }),
    next: keep,
  },
})
