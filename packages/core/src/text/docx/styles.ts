import { child, childrenNamed, numberAt, switchAt, valueAt, type XmlNode } from '../xml.ts'

interface Style {
  readonly id: string
  readonly name: string
  readonly node: XmlNode
  readonly basedOn: string | undefined
}

export interface StyleNumbering {
  readonly styleId: string
  readonly numId: string
  readonly level: number | undefined
}

// A chain longer than any office's is a circle, which a damaged file may hold.
const chainMax = 50

/** Answers what a paragraph or run has from its style, and from the styles that one is based on. */
export function readStyles(root: XmlNode | undefined) {
  const styles = new Map<string, Style>()
  let defaultParagraph = ''
  for (const node of childrenNamed(root, 'w:style')) {
    const id = node.attributes['w:styleId'] ?? ''
    styles.set(id, {
      id,
      node,
      name: (valueAt(node, 'w:name') ?? '').toLowerCase(),
      basedOn: valueAt(node, 'w:basedOn'),
    })
    const isDefault = ['1', 'true', 'on'].includes(node.attributes['w:default'] ?? '')
    if (isDefault && node.attributes['w:type'] === 'paragraph') defaultParagraph = id
  }

  function chainOf(id: string): Style[] {
    const chain: Style[] = []
    for (let style = styles.get(id); style && chain.length < chainMax; style = styles.get(style.basedOn ?? '')) {
      chain.push(style)
    }
    return chain
  }

  /** The first answer along the chain. */
  const ask = <T>(id: string, answer: (style: Style) => T | undefined): T | undefined => {
    for (const style of chainOf(id)) {
      const found = answer(style)
      if (found !== undefined) return found
    }
    return undefined
  }

  return {
    defaultParagraph,
    numberingOf: (id: string): StyleNumbering | undefined =>
      ask(id, (style) => {
        const numId = valueAt(style.node, 'w:pPr', 'w:numPr', 'w:numId')
        const level = numberAt(style.node, 'w:pPr', 'w:numPr', 'w:ilvl')
        return numId === undefined ? undefined : { styleId: style.id, numId, level }
      }),
    /** Heading level from 1; null for body text. */
    headingOf: (id: string): number | null => {
      const outline = ask(id, (style) => numberAt(style.node, 'w:pPr', 'w:outlineLvl') ?? headingByName(style.name))
      return outline !== undefined && outline < 9 ? outline + 1 : null
    },
    isHidden: (id: string): boolean => ask(id, (style) => switchAt(style.node, 'w:rPr', 'w:vanish')) ?? false,
    isContents: (id: string): boolean => ask(id, (style) => (/^toc \d$/.test(style.name) ? true : undefined)) ?? false,
    /** The numbering that a numbering style stands for. */
    numIdOf: (id: string): string | undefined => valueAt(child(styles.get(id)?.node, 'w:pPr', 'w:numPr'), 'w:numId'),
  }
}

const headingByName = (name: string): number | undefined => {
  const found = /^heading ([1-9])$/.exec(name)?.[1]
  return found ? Number(found) - 1 : undefined
}

export type Styles = ReturnType<typeof readStyles>
