import type { Done } from '@guatu/server/backup/make-backup'

/** What was backed up or restored, for the person who asked. */
export const backupLines = (heading: string, done: Done): string =>
  [
    `${heading}: ${done.file}`,
    `单位 Offices: ${done.offices.join('、') || '—'}`,
    `数据截至 As of: ${done.madeAt}`,
    `${done.tables} 张表 tables, ${done.rows} 行 rows, ${done.files} 个文件 files, ${done.bytes} 字节 bytes`,
    `恢复需要的密钥指纹 Key needed to restore: ${done.key}`,
    '',
  ].join('\n')
