import { child, childrenNamed, type XmlNode } from '../xml.ts'

// The formats that a file names by number alone, as a Chinese edition shows them (ECMA-376 §18.8.30).
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  45: 'mm:ss',
  47: 'mm:ss',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

/** The number format of a cell, by the style index it carries. */
export type NumberStyles = (style: number) => string

export function readNumberStyles(root: XmlNode | undefined): NumberStyles {
  const own = new Map(
    childrenNamed(child(root, 's:numFmts'), 's:numFmt').map((node) => [
      Number(node.attributes.numFmtId),
      node.attributes.formatCode ?? '',
    ]),
  )
  const formats = childrenNamed(child(root, 's:cellXfs'), 's:xf').map((node) => Number(node.attributes.numFmtId ?? 0))
  return (style) => {
    const id = formats[style] ?? 0
    return own.get(id) ?? builtIn[id] ?? 'General'
  }
}
