import type { Problem } from '@guatu/contract'
import { local } from '../../api/problem.ts'

const resave: [string, string] = [
  '请在 Word、WPS 或 Excel 里另存为 .docx、.txt、.xlsx 或 .pdf 再选。',
  'Save it as .docx, .txt, .xlsx or .pdf and choose it again.',
]

const macros = local(
  'web.file_macros',
  ['这个文件带宏，为安全起见不予读取。', 'The file carries macros and is not read, for safety.'],
  ['请另存为不带宏的 .docx 或 .xlsx 再选。', 'Save it as a .docx or .xlsx without macros and choose it again.'],
  'invalid',
)

const unreadable = (ending: string): Problem =>
  local(
    'web.file_kind',
    [
      `读不了${ending === '' ? '没有扩展名的文件' : ` .${ending} 文件`}，只读 .docx、.txt、.xlsx 和 .pdf。`,
      `${ending === '' ? 'A file without an ending' : `A .${ending} file`} cannot be read; .docx, .txt, .xlsx and .pdf can.`,
    ],
    resave,
    'invalid',
  )

const megabytesMax = 12
const bytesMax = megabytesMax * 1_048_576

const tooLarge = local(
  'web.file_too_large',
  [`文件超过 ${megabytesMax} MB 的上限。`, `The file is larger than ${megabytesMax} MB.`],
  ['请删去或压缩其中的图片后再选。', 'Remove or shrink its pictures and choose it again.'],
  'tooLarge',
)

const empty = local(
  'web.file_empty',
  ['这是一个空文件，里面没有内容。', 'The file is empty.'],
  ['请找到有内容的原件再选。', 'Find the original and choose that.'],
  'invalid',
)

const read = ['docx', 'txt', 'xlsx', 'pdf']
const withMacros = ['docm', 'xlsm', 'dotm', 'xltm']

/** What is known of a file before anything of it is read: its ending and its size. The server judges its content. */
export function refusalOf({ name, size }: Pick<File, 'name' | 'size'>): Problem | null {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  if (withMacros.includes(ending)) return macros
  if (!read.includes(ending)) return unreadable(ending)
  if (size > bytesMax) return tooLarge
  return size === 0 ? empty : null
}
