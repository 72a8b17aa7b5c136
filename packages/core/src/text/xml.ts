/** A parsed element. Names carry the prefixes of the office's own schemas (`w:p`, `s:row`), whatever the file calls them. */
export interface XmlNode {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlNode | string)[]
}

export const elements = (node: XmlNode | undefined): XmlNode[] =>
  (node?.children ?? []).filter((child): child is XmlNode => typeof child !== 'string')

export const childrenNamed = (node: XmlNode | undefined, name: string): XmlNode[] =>
  elements(node).filter((child) => child.name === name)

export const child = (node: XmlNode | undefined, ...path: string[]): XmlNode | undefined => {
  let at = node
  for (const name of path) at = elements(at).find((each) => each.name === name)
  return at
}

/** The `w:val` of the element at this path below a node. */
export const valueAt = (node: XmlNode | undefined, ...path: string[]): string | undefined =>
  child(node, ...path)?.attributes['w:val']

/** A whole number in `w:val`, where there is one. */
export function numberAt(node: XmlNode | undefined, ...path: string[]): number | undefined {
  const value = valueAt(node, ...path)
  return value !== undefined && /^-?\d{1,9}$/.test(value) ? Number(value) : undefined
}

/** Whether a switch such as `w:vanish` is on: there, and not said to be off. Undefined where it is not there. */
export function switchAt(node: XmlNode | undefined, ...path: string[]): boolean | undefined {
  const found = child(node, ...path)
  return found ? !['0', 'false', 'off', 'none'].includes(found.attributes['w:val'] ?? '') : undefined
}

export const textOf = (node: XmlNode): string =>
  node.children.filter((each): each is string => typeof each === 'string').join('')
