import { reportBuilder } from '../report-builder.ts'
import type { Aside, ReportText } from '../report-text.ts'
import { childrenNamed, type XmlNode } from '../xml.ts'
import { layInto, linesOf } from './lay.ts'
import { readLists } from './numbering.ts'
import { makeStory, unwrapped } from './story.ts'
import { readStyles } from './styles.ts'

export interface DocxSettings {
  /** Root of styles.xml, where there is one. */
  readonly styles: XmlNode | undefined
  /** Root of numbering.xml, where there is one. */
  readonly numbering: XmlNode | undefined
}

const notes = {
  footnote: 'w:footnote',
  endnote: 'w:endnote',
  comment: 'w:comment',
} as const

/**
 * Reads a word processor's document, block by block, so that a long one is never held as a whole. Automatic numbers are
 * resolved and printed; revisions are read as if all were accepted; what stands beside the body is kept apart.
 */
export function docxReader(settings: DocxSettings) {
  const styles = readStyles(settings.styles)
  const context = { styles, lists: readLists(settings.numbering, styles) }
  const builder = reportBuilder()
  const body = makeStory(context, 'body')
  const contents: string[] = []
  const reader = layInto(builder, body, contents)

  const aside = (kind: Aside['kind'], lines: readonly string[]) => builder.aside({ kind, lines })

  function layTextboxes() {
    for (const box of body.state.textboxes.splice(0)) aside('textbox', linesOf(box, context))
  }

  return {
    /** The next child of the body. */
    block(node: XmlNode) {
      for (const each of unwrapped({ name: '', attributes: {}, children: [node] })) reader.read(each)
      layTextboxes()
    },
    /** A header or footer, its root element. */
    margin: (kind: 'header' | 'footer', root: XmlNode) => aside(kind, linesOf(root, context)),
    /** Footnotes, endnotes or comments, their root element: one aside a note, separators left out. */
    notes(kind: keyof typeof notes, root: XmlNode) {
      for (const note of childrenNamed(root, notes[kind])) {
        if ((note.attributes['w:type'] ?? 'normal') === 'normal') aside(kind, linesOf(note, context))
      }
    },
    hiddenCharacters: (): number => body.state.hiddenCharacters,
    finish(): ReportText {
      reader.end()
      aside('contents', contents)
      return builder.finish()
    },
  }
}
