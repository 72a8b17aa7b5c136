// Fonts draw a character and the radical it began as with one glyph, and a PDF may then name the radical. These are the
// radicals of Unicode's supplement that are words by themselves; the Kangxi ones are folded by the standard itself.
const supplement =
  '⺠民⺟母⺩王⺫目⺼肉⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻭歯⻮齿⻯竜⻰龙⻳龟'
// Of doors the standard gives the form of old print, where a font of today draws the one that is written today.
const exceptions = '⼾户'

const pairs = `${supplement}${exceptions}`
const folded = new Map<string, string>()
for (let at = 0; at < pairs.length; at += 2) folded.set(pairs.charAt(at), pairs.charAt(at + 1))

/** Replaces radicals by the characters they stand for. One character stays one character, so offsets stay. */
export const foldRadicals = (text: string): string =>
  text.replace(/[\u2E80-\u2FD5]/g, (sign) => folded.get(sign) ?? sign.normalize('NFKC'))
