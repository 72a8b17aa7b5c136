import type { Span } from '../../shared/index.ts'
import type { ReportText } from '../../text/index.ts'
import { type Block, blockAt, blocksOf, wordsOf } from './blocks.ts'
import { openingOf, opensAnnex, withoutOwnerTail } from './headings.ts'
import { numberOf } from './marks.ts'
import { opensPlan, type SectionKind, sectionOf } from './sections.ts'
import { taskLike } from './task-like.ts'
import { type Node, type Tree, treeOf } from './tree.ts'
import { planYear } from './year.ts'

export interface OutlineArea {
  readonly title: string
  readonly parent: string | null
  readonly at: Span
  /** The number its heading prints, null where it carries none. */
  readonly ordinal: number | null
  /** Its place among all headings of its kind in the report, sections that hold no tasks included; from 1; null where it carries no number. */
  readonly place: number | null
}

export interface OutlineTask {
  /** Its heading, paragraphs and sub-items, in text order. */
  readonly blocks: readonly Block[]
  /** The number printed before it: `17`, or `1.2` as it stands; null for bullets and paragraphs. */
  readonly number: string | null
  readonly area: OutlineArea | null
}

/** The table rows that stand under one heading. */
export interface OutlineRows {
  readonly rows: readonly Block[]
  readonly area: OutlineArea | null
}

/** What a paragraph outside the tasks is. */
export type Role = 'heading' | 'frame' | 'review'

export interface Outline {
  readonly title: string
  readonly year: number | null
  readonly tasks: readonly OutlineTask[]
  readonly tables: readonly OutlineRows[]
  /** Every paragraph that is part of no task, with what it is. */
  readonly others: ReadonlyMap<Block, Role>
}

/** Reads the outline of a report: its areas, its tasks whatever their numbering, and what is neither. */
export function outlineOf(report: ReportText): Outline {
  const { text } = report
  const tree = treeOf(text, blocksOf(report))
  const title = titleOf(text, tree) || titleOfTable(report)
  const titles = tree.title.map((block) => wordsOf(text, block))
  const year = planYear(titles.length > 0 ? titles : titledRow(tree, title), headingsOf(text, tree.root), text)
  const walk = new Walk(text, year, /实事/.test(title))
  for (const block of tree.title) walk.others.set(block, 'frame')
  walk.from(tree.root)
  return { title, year, ...walk.outcome() }
}

function titleOf(text: string, tree: Tree): string {
  const first = tree.title[0] ?? tree.root.children[0]?.block ?? tree.root.paragraphs[0]
  if (!first) return ''
  const words = wordsOf(text, first)
    .replace(/[\s\u3000]+/g, '')
    .replace(/[（(][^（()）]{0,8}第?\d+[/／共页第\d]*页?[）)]$/, '')
  return tree.title.length > 0 ? words : openingOf(words).head.slice(0, 60)
}

/** Where nothing but a table is there, its title stands in a row of its own above the head. */
function titleOfTable({ tables }: ReportText): string {
  const rows = (tables[0]?.grid ?? []).slice(0, titleRowsMax)
  const alone = rows.map((row) => [...new Set(row.map((cell) => cell.trim()).filter((cell) => cell !== ''))])
  return alone.find((cells) => cells.length === 1 && !opensAnnex(cells[0] as string))?.[0] ?? ''
}

const titledRow = (tree: Tree, title: string): string[] =>
  tree.root.children.length === 0 && tree.root.paragraphs.length === 0 ? [title] : []

const titleRowsMax = 4

function headingsOf(text: string, node: Node): string[] {
  const own = node.block && node.heading ? [wordsOf(text, node.block)] : []
  return [...own, ...node.children.flatMap((child) => headingsOf(text, child))]
}

/** Goes through the tree once, in text order, and gathers areas and tasks. */
class Walk {
  readonly others = new Map<Block, Role>()
  private readonly tasks: OutlineTask[] = []
  private readonly tables: OutlineRows[] = []
  private readonly bodies: Node[] = []
  private readonly places = new Map<number, number>()
  private readonly text: string
  private readonly year: number | null
  private readonly livelihood: boolean

  constructor(text: string, year: number | null, livelihood: boolean) {
    this.text = text
    this.year = year
    this.livelihood = livelihood
  }

  from(root: Node): void {
    this.visit(root, 'plan')
    if (this.tasks.length === 0 && this.tables.length === 0) this.takeParagraphs()
  }

  /** Items outside every area are none of the plan's tasks where the plan has areas. */
  outcome(): Pick<Outline, 'tasks' | 'tables' | 'others'> {
    const hasAreas = this.tasks.some((task) => task.area !== null)
    const stray = hasAreas ? this.tasks.filter((task) => task.area === null) : []
    for (const task of stray) this.tell(task.blocks, 'frame')
    const tasks = hasAreas ? this.tasks.filter((task) => task.area !== null) : this.tasks
    return { tasks, tables: this.tables, others: this.others }
  }

  private visit(node: Node, above: SectionKind): void {
    const kind = node.block && node.heading && above === 'plan' ? this.sectionAt(node) : above
    if (node.block && !node.bare) this.places.set(node.rank, (this.places.get(node.rank) ?? 0) + 1)
    this.tell(node.block ? [node.block] : [], kind === 'plan' ? 'heading' : kind)
    this.tell([...node.paragraphs, ...node.rows], kind === 'plan' ? 'frame' : kind)
    if (kind === 'plan') this.gather(node)
    else for (const child of node.children) this.visit(child, kind)
  }

  private gather(node: Node): void {
    const tasks = taskLike(this.text, node, this.livelihood)
    const area = this.areaOf(node)
    if (node.rows.length > 0) this.tables.push({ rows: node.rows, area })
    else if (node.paragraphs.length > 0 && node.children.length === 0) this.bodies.push(node)
    const planAt = node.block ? -1 : node.children.findIndex((child) => this.isPlanHeading(child))
    node.children.forEach((child, i) => {
      if (!tasks.has(child)) this.visit(child, 'plan')
      else if (i < planAt) this.tell(blocksIn(child), 'review')
      else this.tasks.push({ blocks: blocksIn(child), number: numberOf(child.block?.mark ?? null), area })
    })
  }

  /** What stands before the heading of the year's plan looks back, whether or not a heading says so. */
  private isPlanHeading(node: Node): boolean {
    return node.bare && node.block !== null && opensPlan(wordsOf(this.text, node.block))
  }

  private sectionAt(node: Node): SectionKind {
    return sectionOf(openingOf(wordsOf(this.text, node.block as Block)).head, this.year)
  }

  private tell(blocks: readonly Block[], role: Role): void {
    for (const block of blocks) this.others.set(block, role)
  }

  /** The area a heading opens; null for the document itself and for an annex that has no title. */
  private areaOf(node: Node): OutlineArea | null {
    if (!node.block || opensAnnex(wordsOf(this.text, node.block))) return null
    const mark = node.bare ? null : node.block.mark
    return {
      title: titleFor(this.text, node.block),
      parent: node.parent?.block ? titleFor(this.text, node.parent.block) : null,
      at: headAt(this.text, node.block),
      ordinal: mark?.ordinal ?? null,
      place: mark ? (this.places.get(node.rank) ?? 1) : null,
    }
  }

  /** Where nothing is numbered, every paragraph under a heading is a task; words that lead in are none. */
  private takeParagraphs(): void {
    const goalsOnly = (node: Node): boolean =>
      this.bodies.length > 1 && node.block !== null && onlyGoals.test(titleFor(this.text, node.block))
    for (const node of this.bodies.filter((each) => !goalsOnly(each))) {
      const area = this.areaOf(node)
      for (const block of node.paragraphs) {
        if (leadsIn(wordsOf(this.text, block))) continue
        this.others.delete(block)
        this.tasks.push({ blocks: [block], number: null, area })
      }
    }
  }
}

const addresses = /^[\s\u3000]*(?:各位[一-龥]{2,4}|同志们|现在[,，]?(?:我|由我|请))/

/** 总体要求和预期目标: what the year is to come to, before the work that is to bring it about. */
const onlyGoals =
  /^(?:20\d\d年|今年)?(?:工作|发展)?(?:的?总体要求|(?:主要|发展|经济社会)*预期目标)(?:[和与及、](?:主要|发展)*(?:预期|奋斗)?目标)?$/

/** How a newspaper tells of the meeting at which the plan was given. */
const tellsOfMeeting = /^[\s\u3000]*(?:\d{1,2}月\d{1,2}日|日前|近日|会议(?:指出|认为|要求|号召|听取|回顾))/

const leadsIn = (words: string): boolean =>
  /[：:]$/.test(words.trim()) ||
  addresses.test(words) ||
  tellsOfMeeting.test(words) ||
  (words.length <= 60 && /以下|如下|下列|[个大]方面|重点(?:做好|抓好)/.test(words))

const blocksIn = (node: Node): Block[] => [
  ...(node.block ? [node.block] : []),
  ...node.paragraphs,
  ...node.children.flatMap(blocksIn),
]

const titleFor = (text: string, block: Block): string =>
  openingOf(withoutOwnerTail(wordsOf(text, block).replace(/[\s\u3000]+/g, ''))).head.replace(
    /[；;,，]$|^[【[]|[】\]]$|[（(]共?\d{1,3}[项件个条][)）]$/g,
    '',
  )

function headAt(text: string, block: Block): Span {
  const at = blockAt(block)
  const words = text.slice(at.start, at.end)
  const stop = words.search(/[。：:]/)
  return { start: at.start, end: stop > 0 ? at.start + stop : at.end }
}
