import { textProblems } from '@guatu/core/text'
import { Refusal } from './refusal.ts'

/** What a file is by its first bytes, whatever it is called. */
export type Container = 'zip' | 'ole' | 'pdf' | 'rtf' | 'markup' | 'text'

const signatures: readonly (readonly [Container, string])[] = [
  ['zip', 'PK\u0003\u0004'],
  ['zip', 'PK\u0005\u0006'],
  ['ole', '\u00D0\u00CF\u0011\u00E0'],
  ['pdf', '%PDF-'],
  ['rtf', '{\\rtf'],
]

// Systems that export a web page and call it .doc or .xls: its words stand among tags, and its tables are lost as text.
const markup = /^(?:\u00EF\u00BB\u00BF)?[ \t\r\n]{0,200}(?:<!doctype|<html|<\?xml|<table|<head|MIME-Version:)/i

export function containerOf(bytes: Buffer): Container {
  const start = bytes.subarray(0, 512).toString('latin1')
  const signed = signatures.find(([, signature]) => start.startsWith(signature))?.[0]
  return signed ?? (markup.test(start) ? 'markup' : 'text')
}

/** The ending of a file's name, with its dot, in small letters; empty where it has none. */
export const endingOf = (name: string): string => /\.[0-9A-Za-z]{1,5}$/.exec(name)?.[0].toLowerCase() ?? ''

const officeEndings = new Set(['.docx', '.xlsx', '.docm', '.xlsm', '.doc', '.xls', '.wps', '.et', '.pdf', '.pptx'])

/** Refuses a file whose name promises another kind of office file than it holds: the clerk may have chosen the wrong one. */
export function refuseMismatch(name: string, holds: '.txt' | '.docx' | '.xlsx' | '.pdf') {
  const named = endingOf(name)
  const mismatch =
    holds === '.txt' ? officeEndings.has(named) : named !== holds && (officeEndings.has(named) || named === '.txt')
  if (mismatch) throw new Refusal(textProblems('text.type_mismatch', { named, holds }))
}

/** The old container of Office: either a new file locked with a password, or a file of an old program. */
export function refuseOle(bytes: Buffer): never {
  const locked = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
  throw new Refusal(locked ? textProblems('text.encrypted', {}) : textProblems('text.legacy_office', {}))
}
