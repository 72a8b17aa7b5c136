import { catalogue } from '../shared/index.ts'

const resave = {
  zh: '请用 Word 或 WPS 打开原件，另存为 .docx（表格存为 .xlsx），再交一次。',
  en: 'Open it in Word or WPS, save it as .docx (a table as .xlsx), and hand it in again.',
}
const originalAgain = {
  zh: '请向来文单位要原件，或重新下载，再交一次。',
  en: 'Ask the sender for the original, or download it again, and hand it in again.',
}
const megabytes = (bytes: number) => Math.ceil(bytes / 1_048_576)

/** Why a file is not taken in at the door. Nothing of a refused file is kept. */
export const textProblems = catalogue({
  'text.empty': {
    kind: 'invalid',
    says: () => ({ zh: '这是一个空文件，里面没有内容。', en: 'The file is empty.' }),
    next: originalAgain,
  },
  'text.no_words': {
    kind: 'invalid',
    says: () => ({
      zh: '文件里没有可读的文字，可能全是图片或扫描件。',
      en: 'The file holds no words; it may be all pictures or scans.',
    }),
    next: {
      zh: '请交有文字的 .docx 或 .txt；只有扫描件的，请先识别成文字并核对。',
      en: 'Hand in a .docx or .txt with words; recognise and check a scan first.',
    },
  },
  'text.too_large': {
    kind: 'tooLarge',
    says: (f: { bytes: number; bytesMax: number }) => ({
      zh: `文件有 ${megabytes(f.bytes)} MB，超过 ${megabytes(f.bytesMax)} MB 的上限。`,
      en: `The file has ${megabytes(f.bytes)} MB; the limit is ${megabytes(f.bytesMax)} MB.`,
    }),
    next: {
      zh: '请删去或压缩其中的图片后再交；文字本身很少会这么大。',
      en: 'Remove or shrink its pictures and hand it in again; words alone are seldom so large.',
    },
  },
  'text.too_many_characters': {
    kind: 'tooLarge',
    says: (f: { characters: number; charactersMax: number }) => ({
      zh: `文件里有 ${f.characters} 个字，超过 ${f.charactersMax} 个字的上限。`,
      en: `The file holds ${f.characters} characters; the limit is ${f.charactersMax}.`,
    }),
    next: {
      zh: '请只交工作报告或任务分解表本身；几份材料合在一起的，请分开交。',
      en: 'Hand in the work report or the task table alone; take apart what holds several papers.',
    },
  },
  'text.not_text': {
    kind: 'invalid',
    says: () => ({
      zh: '这个文件不是文本文件，内容无法读成文字。',
      en: 'This is not a text file; its bytes are no words.',
    }),
    next: resave,
  },
  'text.unknown_kind': {
    kind: 'invalid',
    says: () => ({
      zh: '这个文件不是 .docx、.txt、.xlsx 或 .pdf。',
      en: 'The file is none of .docx, .txt, .xlsx and .pdf.',
    }),
    next: resave,
  },
  'text.no_workbook': {
    kind: 'invalid',
    says: () => ({ zh: '这个文件不是 .xlsx 工作簿。', en: 'The file is no .xlsx workbook.' }),
    next: {
      zh: '请在 Excel 或 WPS 里打开，另存为 .xlsx，再交一次。',
      en: 'Open it in Excel or WPS, save it as .xlsx, and hand it in again.',
    },
  },
  'text.type_mismatch': {
    kind: 'invalid',
    says: (f: { named: string; holds: string }) => ({
      zh: `文件名是 ${f.named}，里面却是 ${f.holds} 的内容。`,
      en: `The name says ${f.named}, but the content is ${f.holds}.`,
    }),
    next: {
      zh: '请核对是不是选错了文件；内容没错的，把扩展名改对后再交。',
      en: 'Check that it is the right file; if it is, correct the ending of its name and hand it in again.',
    },
  },
  'text.legacy_office': {
    kind: 'invalid',
    says: () => ({
      zh: '这是旧版 Office 或 WPS 格式（.doc、.xls、.wps、.et），读不了。',
      en: 'This is an old Office or WPS format (.doc, .xls, .wps, .et).',
    }),
    next: resave,
  },
  'text.encrypted': {
    kind: 'invalid',
    says: () => ({ zh: '文件设有打开密码。', en: 'The file is locked with a password.' }),
    next: {
      zh: '请在 Word 或 WPS 里取消密码，保存后再交。',
      en: 'Remove the password in Word or WPS, save, and hand it in again.',
    },
  },
  'text.macro': {
    kind: 'invalid',
    says: () => ({
      zh: '文件里带有宏，为安全起见不予读取。',
      en: 'The file carries macros and is not read, for safety.',
    }),
    next: {
      zh: '请另存为不带宏的 .docx 或 .xlsx 再交。',
      en: 'Save it as a .docx or .xlsx without macros and hand it in again.',
    },
  },
  'text.zip_truncated': {
    kind: 'invalid',
    says: () => ({ zh: '文件不完整，后半部分缺失或已损坏。', en: 'The file is cut off or damaged.' }),
    next: originalAgain,
  },
  'text.zip_ratio': {
    kind: 'invalid',
    says: () => ({
      zh: '文件解开后大得不正常，像是“压缩炸弹”，没有读取。',
      en: 'Unpacked, the file would be abnormally large, as a zip bomb is. It was not read.',
    }),
    next: originalAgain,
  },
  'text.zip_size_lies': {
    kind: 'invalid',
    says: () => ({
      zh: '文件内部登记的大小与实际不符，没有读取。',
      en: 'The sizes the file declares inside are not its real ones. It was not read.',
    }),
    next: originalAgain,
  },
  'text.zip_path': {
    kind: 'invalid',
    says: () => ({
      zh: '文件内部有指向外面的路径，没有读取。',
      en: 'A name inside the file points outside of it. It was not read.',
    }),
    next: originalAgain,
  },
  'text.zip_entries': {
    kind: 'invalid',
    says: (f: { entriesMax: number }) => ({
      zh: `文件内部的部件超过 ${f.entriesMax} 个，没有读取。`,
      en: `The file has more than ${f.entriesMax} parts inside. It was not read.`,
    }),
    next: resave,
  },
  'text.xml_doctype': {
    kind: 'invalid',
    says: () => ({
      zh: '文件内部带有外部实体声明，正常的公文没有这种内容，没有读取。',
      en: 'A part of the file declares entities, which no honest document does. It was not read.',
    }),
    next: originalAgain,
  },
  'text.damaged': {
    kind: 'invalid',
    says: (f: { part: string }) => ({
      zh: `文件内部的 ${f.part} 已损坏，没有读取，以免读漏。`,
      en: `The part ${f.part} inside the file is damaged. Nothing was read, lest something be missed.`,
    }),
    next: resave,
  },
  'text.sheet_too_large': {
    kind: 'tooLarge',
    says: (f: { sheet: string; cellsMax: number }) => ({
      zh: `工作表「${f.sheet}」超过 ${f.cellsMax} 个单元格。`,
      en: `The sheet “${f.sheet}” has more than ${f.cellsMax} cells.`,
    }),
    next: {
      zh: '请删去表外多余的行和列，或分成几个表再交。',
      en: 'Delete rows and columns outside the table, or hand it in as several sheets.',
    },
  },
  'text.no_pages': {
    kind: 'invalid',
    says: () => ({ zh: '这个 PDF 没有一页内容。', en: 'This PDF has no pages.' }),
    next: originalAgain,
  },
  'text.pdf_image_only': {
    kind: 'invalid',
    says: () => ({ zh: '这个 PDF 是扫描件，只有图片，没有文字。', en: 'This PDF is a scan: pictures and no words.' }),
    next: {
      zh: '请交 .docx 原件；没有原件的，先识别成文字并逐条核对。',
      en: 'Hand in the .docx it was made from; without one, recognise the scan and check it line by line.',
    },
  },
  'text.pdf_damaged': {
    kind: 'invalid',
    says: () => ({
      zh: '这个 PDF 已损坏或不完整，打不开。',
      en: 'This PDF is damaged or cut off and cannot be opened.',
    }),
    next: originalAgain,
  },
  'text.pdf_pages': {
    kind: 'tooLarge',
    says: (f: { pages: number; pagesMax: number }) => ({
      zh: `这个 PDF 有 ${f.pages} 页，超过 ${f.pagesMax} 页的上限。`,
      en: `This PDF has ${f.pages} pages; the limit is ${f.pagesMax}.`,
    }),
    next: {
      zh: '请只留下报告和任务分解表的那几页再交。',
      en: 'Keep only the pages of the report and its table, and hand it in again.',
    },
  },
  'text.pdf_letters_unknown': {
    kind: 'invalid',
    says: () => ({
      zh: '这个 PDF 没有带上自己的字体，有些字认不准，没有读取，以免读错。',
      en: 'This PDF does not carry its fonts, so some characters cannot be told. It was not read.',
    }),
    next: {
      zh: '请交 .docx 原件；没有原件的，用 Word 或 WPS 重新输出 PDF 并选“嵌入字体”。',
      en: 'Hand in the .docx it was made from, or print it to PDF again with its fonts embedded.',
    },
  },
  'text.pdf_pages_without_words': {
    kind: 'invalid',
    says: (f: { pages: string }) => ({
      zh: `第 ${f.pages} 页没有文字，可能是扫描图，没有读入。`,
      en: `Page ${f.pages} has no words; it may be a scan, and was not read.`,
    }),
    next: {
      zh: '其余各页已读入；这几页有任务的，请另交有文字的文件。',
      en: 'The other pages were read; if these hold tasks, hand in a file with their words.',
    },
  },
  'text.reading_took_too_long': {
    kind: 'invalid',
    says: (f: { milliseconds: number }) => ({
      zh: `读了 ${f.milliseconds / 1000} 秒还没有读完，已停止。`,
      en: `Reading was stopped after ${f.milliseconds / 1000} seconds.`,
    }),
    next: resave,
  },
  'text.reading_took_too_much_memory': {
    kind: 'invalid',
    says: () => ({ zh: '读这个文件要占用过多内存，已停止。', en: 'Reading needed too much memory and was stopped.' }),
    next: resave,
  },
  'text.unreadable': {
    kind: 'invalid',
    says: () => ({
      zh: '这个文件的内部结构不合常规，没能读完，已全部放弃。',
      en: 'The file is built in an unusual way and could not be read to its end; nothing was kept.',
    }),
    next: resave,
  },
  'text.external_link': {
    kind: 'invalid',
    says: (f: { links: number }) => ({
      zh: `文件里有 ${f.links} 处指向外部的图片或链接，没有打开。`,
      en: `The file points to ${f.links} outside pictures or links; none was opened.`,
    }),
    next: {
      zh: '正文已读入；如外部内容有用，请粘贴进文件。',
      en: 'The words were read; paste in what is needed from outside.',
    },
  },
  'text.hidden_words': {
    kind: 'invalid',
    says: (f: { characters: number }) => ({
      zh: `文件里有 ${f.characters} 个隐藏的字，打印时看不到，没有读入。`,
      en: `${f.characters} hidden characters, which do not print, were left out.`,
    }),
    next: { zh: '如果它们也算数，请取消隐藏后再交。', en: 'If they count, unhide them and hand the file in again.' },
  },
})
