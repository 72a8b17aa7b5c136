// Writes work-report-2023.docx from work-report-2023.txt: `node examples/make-docx.mjs`.
// The numbers 一、 and 1. become automatic numbering, as an office's own word processor keeps them: they stand in no
// paragraph's words, and a reader that does not resolve the numbering loses all sixty-two task numbers.
import { readFile, writeFile } from 'node:fs/promises'
import { AlignmentType, Document, HeadingLevel, LevelFormat, LevelSuffix, Packer, Paragraph, TextRun } from 'docx'

const beside = (name) => new URL(name, import.meta.url)
const lines = (await readFile(beside('work-report-2023.txt'), 'utf8')).split('\n').filter((line) => line !== '')

/** A numbering of one level whose number stands close to its words. */
const numbering = (reference, format, text) => ({
  reference,
  levels: [{ level: 0, format, text, alignment: AlignmentType.START, suffix: LevelSuffix.NOTHING }],
})

const areaNumber = /^[一二三四五六七八九十]+、/
const taskNumber = /^\d+\./

function paragraphOf(line, index) {
  if (index === 0) return new Paragraph({ text: line, heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER })
  if (areaNumber.test(line)) {
    const text = line.replace(areaNumber, '')
    return new Paragraph({ text, heading: HeadingLevel.HEADING_1, numbering: { reference: 'areas', level: 0 } })
  }
  const indent = { firstLine: 640 }
  if (!taskNumber.test(line)) return new Paragraph({ text: line, indent })
  // The short title of a task is bold, as in a printed report, so one paragraph is several runs.
  const words = line.replace(taskNumber, '')
  const title = words.slice(0, words.indexOf('。') + 1)
  const runs = [new TextRun({ text: title, bold: true }), new TextRun(words.slice(title.length))]
  return new Paragraph({ children: runs, indent, numbering: { reference: 'tasks', level: 0 } })
}

const report = new Document({
  title: lines[0],
  creator: '青禾街道（示例）',
  numbering: {
    config: [numbering('areas', LevelFormat.CHINESE_COUNTING, '%1、'), numbering('tasks', LevelFormat.DECIMAL, '%1.')],
  },
  styles: { default: { document: { run: { font: '仿宋', size: 32 } } } },
  sections: [{ children: lines.map(paragraphOf) }],
})
await writeFile(beside('work-report-2023.docx'), await Packer.toBuffer(report))
