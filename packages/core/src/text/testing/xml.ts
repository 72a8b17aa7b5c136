import type { XmlNode } from '../xml.ts'

type Children = readonly (XmlNode | string)[]

/** An element as a parser gives it: `el('w:b')`, `el('w:ilvl', '1')` for its `w:val`, then what stands inside. */
export const el = (name: string, value: string | Record<string, string> = {}, ...children: Children): XmlNode => ({
  name,
  attributes: typeof value === 'string' ? { 'w:val': value } : value,
  children,
})

export const run = (text: string, ...properties: XmlNode[]): XmlNode =>
  el('w:r', {}, el('w:rPr', {}, ...properties), el('w:t', { 'xml:space': 'preserve' }, text))

export const numbered = (numId: string, level: number, text: string): XmlNode =>
  paragraph([el('w:numPr', {}, el('w:ilvl', String(level)), el('w:numId', numId))], run(text))

export const paragraph = (properties: readonly XmlNode[], ...content: XmlNode[]): XmlNode =>
  el('w:p', {}, el('w:pPr', {}, ...properties), ...content)

export const level = (n: number, format: string, text: string, ...more: XmlNode[]): XmlNode =>
  el('w:lvl', { 'w:ilvl': String(n) }, el('w:start', '1'), el('w:numFmt', format), el('w:lvlText', text), ...more)

export const abstractNum = (id: string, ...levels: XmlNode[]): XmlNode =>
  el('w:abstractNum', { 'w:abstractNumId': id }, ...levels)

export const num = (id: string, abstractId: string, ...overrides: XmlNode[]): XmlNode =>
  el('w:num', { 'w:numId': id }, el('w:abstractNumId', abstractId), ...overrides)

export const style = (id: string, name: string, ...more: XmlNode[]): XmlNode =>
  el('w:style', { 'w:styleId': id, 'w:type': 'paragraph' }, el('w:name', name), ...more)
