import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { accept, type Result, reject } from '@guatu/core/shared'
import { textProblems } from '@guatu/core/text'
import { containerOf } from './sniff.ts'

const run = promisify(execFile)

const places = [
  '/usr/bin/soffice',
  '/usr/local/bin/soffice',
  '/opt/libreoffice/program/soffice',
  '/usr/lib/libreoffice/program/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
]

/** Where LibreOffice is installed, by GUATU_SOFFICE or in its usual places; null where it is not. */
export const converterPath = (): string | null => {
  const named = process.env.GUATU_SOFFICE
  return (named === undefined ? places : [named]).find((path) => existsSync(path)) ?? null
}

const conversionMilliseconds = 60_000

const isLocked = (bytes: Buffer): boolean => bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))

/** The old container of Office, and the table of a system that is a web page called .xls. */
const needsConverter = (bytes: Buffer): boolean => ['ole', 'markup'].includes(containerOf(bytes))

export interface WorkbookFile {
  readonly bytes: Buffer
  readonly name: string
}

async function converted(soffice: string, bytes: Buffer): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'guatu-convert-'))
  try {
    // The name is ours: what somebody called the file is no argument of a program.
    const given = join(folder, 'ledger.xls')
    await writeFile(given, bytes)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const asked = [
      '--headless',
      '--norestore',
      '--nolockcheck',
      '--convert-to',
      'xlsx',
      '--outdir',
      join(folder, 'out'),
    ]
    await run(soffice, [profile, ...asked, given], {
      timeout: conversionMilliseconds,
      killSignal: 'SIGKILL',
      env: { HOME: folder, PATH: process.env.PATH ?? '', LANG: 'C.UTF-8' },
    })
    return await readFile(join(folder, 'out', 'ledger.xlsx'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * A workbook in the form that we read. One of an old program (.xls, .et) is converted by LibreOffice where the machine
 * has it, in a folder of its own and within a minute; otherwise a problem says how to save it anew.
 */
export async function asWorkbook(bytes: Buffer, name: string): Promise<Result<WorkbookFile>> {
  if (!needsConverter(bytes)) return accept({ bytes, name })
  if (isLocked(bytes)) return reject(textProblems('text.encrypted', {}))
  const soffice = converterPath()
  if (!soffice) return reject(textProblems('text.legacy_office', {}))
  try {
    return accept({ bytes: await converted(soffice, bytes), name: name.replace(/\.[^.]*$/, '.xlsx') })
  } catch {
    return reject(textProblems('text.unreadable', {}))
  }
}
