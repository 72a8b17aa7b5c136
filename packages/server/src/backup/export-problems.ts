import { catalogue } from '@guatu/core/shared'

export const exportProblems = catalogue({
  'export.needs_second': {
    kind: 'forbidden',
    says: () => ({
      zh: '导出全部数据由申请人以外的另一位同志确认。',
      en: 'An export of all data is confirmed by somebody other than the one who asked.',
    }),
    next: {
      zh: '正式单位请安全管理员确认；试用单位请另一位督查专员确认。',
      en: 'In earnest, ask the security administrator; on trial, another supervision clerk.',
    },
  },
  'export.waiting': {
    kind: 'conflict',
    says: () => ({
      zh: '已有一次全部数据的导出等待确认或正在制作。',
      en: 'An export of all data is waiting or being made already.',
    }),
    next: { zh: '等这一次做好，或先结束它，再申请。', en: 'Wait until it is done, or end it first, then ask again.' },
  },
  'export.not_ready': {
    kind: 'conflict',
    says: () => ({ zh: '文件还没有做好。', en: 'The file is not made yet.' }),
    next: { zh: '确认以后稍等，再刷新页面。', en: 'Wait until it is confirmed and made, then reload.' },
  },
  'export.over': {
    kind: 'conflict',
    says: () => ({
      zh: '这次导出已过下载期限，或已经结束。',
      en: 'This export can no longer be downloaded, or was ended.',
    }),
    next: { zh: '请重新申请导出。', en: 'Ask for a new export.' },
  },
  'export.disk_full': {
    kind: 'unavailable',
    says: () => ({
      zh: '磁盘快满了，这次没有做成，半个文件也没有留下。',
      en: 'The disk is nearly full: the file was not made, and no half of it was left.',
    }),
    next: {
      zh: '请管理员腾出空间；系统会自己再做，不用重新申请。',
      en: 'Ask the administrator to make room; it is tried again without being asked for.',
    },
  },
  'export.not_made': {
    kind: 'unavailable',
    says: () => ({
      zh: '这次没有做成，半个文件也没有留下。',
      en: 'The file was not made, and no half of it was left.',
    }),
    next: {
      zh: '系统会自己再做；一直做不成，请管理员查看运行日志。',
      en: 'It is tried again by itself; if that does not help, the administrator looks into the log.',
    },
  },
})

/** Why a file could not be made, as it is kept beside the export. */
export type Trouble = 'export.disk_full' | 'export.not_made'
