import { printed, type ReportBuilder, reportBuilder } from '../report-builder.ts'
import type { XmlNode } from '../xml.ts'
import { makeStory, printedLines, type Story, type StoryContext, unwrapped } from './story.ts'
import { readTable } from './table.ts'

/** A reader that lays the paragraphs and tables of a story into a builder. */
export function layInto(builder: ReportBuilder, story: Story, contents: string[]) {
  return story.makeReader(
    (paragraph) => {
      const kind = paragraph.number === null ? 'paragraph' : 'listItem'
      for (const line of printedLines(paragraph)) {
        if (paragraph.isContents) contents.push(printed(line))
        else builder.line(kind, paragraph.level, line)
      }
    },
    (table) => {
      const { rows, grid, headRows } = readTable(table, story)
      if (rows.length > 0) builder.table(rows, { grid, headRows })
    },
  )
}

/** The words of a note, a header or a text box, line by line; those of text boxes inside it come behind. */
export function linesOf(node: XmlNode, context: StoryContext): string[] {
  const story = makeStory(context, '')
  const builder = reportBuilder()
  const contents: string[] = []
  const reader = layInto(builder, story, contents)
  for (const each of unwrapped(node)) reader.read(each)
  reader.end()
  return [...builder.words(), ...contents, ...story.state.textboxes.flatMap((box) => linesOf(box, context))]
}
