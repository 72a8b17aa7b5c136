import { catalogue } from '@guatu/core/shared'

const megabytes = (bytes: number) => Math.ceil(bytes / 1_048_576)
const chooseAgain = {
  zh: '请核对后重新选这个文件；其余文件不受影响。',
  en: 'Check it and choose this file again; the others are not affected.',
}

/** Why a file is not taken in as evidence, or a file and a row do not come together. */
export const evidenceProblems = catalogue({
  'evidence.kind': {
    kind: 'invalid',
    says: (f: { name: string }) => ({
      zh: `「${f.name}」不是可以作凭证的文件。`,
      en: `“${f.name}” is not of a kind that can be evidence.`,
    }),
    next: {
      zh: '请交 PDF、照片（png、jpg、webp）、Word、Excel、txt、csv 或 mp4；内容以文件本身为准，改扩展名没有用。',
      en: 'Bring a PDF, a picture (png, jpg, webp), Word, Excel, txt, csv or mp4. What it holds counts, not its name.',
    },
  },
  'evidence.empty': {
    kind: 'invalid',
    says: (f: { name: string }) => ({ zh: `「${f.name}」是空文件。`, en: `“${f.name}” is empty.` }),
    next: chooseAgain,
  },
  'evidence.too_large': {
    kind: 'tooLarge',
    says: (f: { name: string; bytesMax: number }) => ({
      zh: `「${f.name}」超过 ${megabytes(f.bytesMax)} MB 的上限。`,
      en: `“${f.name}” is larger than ${megabytes(f.bytesMax)} MB.`,
    }),
    next: {
      zh: '请压缩照片或截取需要的几页后再交；其余文件不受影响。',
      en: 'Shrink it or keep the pages that matter; the other files are not affected.',
    },
  },
  'evidence.archive': {
    kind: 'invalid',
    says: (f: { name: string; why: string }) => ({
      zh: `压缩包「${f.name}」没有拆开：${f.why}`,
      en: `The archive “${f.name}” was not unpacked.`,
    }),
    next: {
      zh: '请重新打包，或把里面的文件直接选进来。',
      en: 'Pack it again, or choose the files in it directly.',
    },
  },
  'evidence.none': {
    kind: 'invalid',
    says: () => ({ zh: '没有附文件。', en: 'No file came along.' }),
    next: { zh: '请选文件、拖进来，或粘贴图片。', en: 'Choose files, drop them, or paste a picture.' },
  },
  'evidence.too_many': {
    kind: 'tooLarge',
    says: (f: { filesMax: number }) => ({
      zh: `一次至多 ${f.filesMax} 个文件。`,
      en: `At most ${f.filesMax} files at once.`,
    }),
    next: { zh: '请分几次上传。', en: 'Bring them in several goes.' },
  },
  'evidence.disk_full': {
    kind: 'unavailable',
    says: () => ({ zh: '服务器磁盘已满，文件没有存下。', en: 'The disk of the server is full; nothing was stored.' }),
    next: { zh: '请告诉管理员清出空间，再传一次。', en: 'Ask the administrator for room, then bring it again.' },
  },
  'evidence.unknown': {
    kind: 'notFound',
    says: () => ({ zh: '没有这份凭证。', en: 'There is no such evidence.' }),
    next: { zh: '请从台账行重新打开；没传成的请再传一次。', en: 'Open it from its row, or bring it again.' },
  },
})
