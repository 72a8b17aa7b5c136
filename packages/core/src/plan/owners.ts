import { withoutEnd } from './trims.ts'

/** What words say of who answers for a task, as it stands there. */
export interface FoundOwner {
  readonly start: number
  readonly end: number
  readonly lead: readonly string[]
  /** 责任单位: who leads where nobody else does, and supports beside a lead. */
  readonly answer: readonly string[]
  readonly support: readonly string[]
  readonly leaders: readonly string[]
  /** Where a label such as 完成时限 beside them says by when; null where there is none. */
  readonly deadline: { readonly start: number; readonly end: number } | null
  /** Whether it stands in brackets; a line of labels may go on in the next line. */
  readonly bracketed: boolean
}

type Part = 'lead' | 'answer' | 'support' | 'leader' | 'deadline'

const places = '(?:单位|部门|科室|处室|站所|办公室|主体|社区|村居|村|组)'
const labels: readonly (readonly [Part, string])[] = [
  [
    'leader',
    '(?:责任|分管|牵头|包保|包联|包抓|挂点|挂钩|挂联|联系|挂帅|包案|领衔|督办|主管|负责)(?:[市县区镇乡]?级?)领导|[市县区镇乡](?:级)?(?:责任|分管|牵头)?领导|(?:第一|主要|直接)?责任人|(?:主要|直接)?负责人|牵头人|领办人|领导',
  ],
  ['deadline', '(?:完成|办结)?(?:时限|期限)(?:要求)?|(?:完成|办结)时间|时间(?:节点|安排|要求)|完成节点'],
  ['support', `(?:配合|协办|协助|协同|参与|参加|支持)(?:责任)?${places}?`],
  ['lead', `(?:总|第一)?(?:牵头|主责|主办|主管|承办)(?:责任)?${places}?|(?:第一|主要|主体)责任${places}`],
  ['answer', `(?:责任|落实|实施|承接|执行|负责)${places}|责任分工|责任`],
]

const labelPattern = new RegExp(
  labels
    .map(([, form]) => `(${form})`)
    .join('|')
    .replace(/^/, '(?:')
    .replace(/$/, ')[:：]'),
  'g',
)
const brackets = /[（(【[〔]((?:[^（()）【】[\]〔〕]|[（(][^（()）]{0,40}[)）]){2,300})[)）】\]〕]/g

/**
 * Finds the tails that name who answers for a task: labelled (牵头单位：…；责任单位：…), in brackets or on a line of
 * their own, and worded (…牵头，…配合).
 */
export function ownersIn(words: string): FoundOwner[] {
  if (!/牵头|责任|主责|配合|负责|领导|落实|承办|主办|协办|。\s*[（(〔]/.test(words)) return []
  const inBrackets = [...words.matchAll(brackets)].flatMap((found) => {
    const content = found[1] as string
    const start = found.index + 1
    const owner = labelled(content) ?? worded(content) ?? bareUnits(words, found.index, content)
    return owner ? [{ ...shifted(owner, start), bracketed: true }] : []
  })
  if (inBrackets.length > 0) return inBrackets
  const open = labelled(words)
  return open ? [open] : []
}

const shifted = (owner: FoundOwner, by: number): FoundOwner => ({
  ...owner,
  start: owner.start + by,
  end: owner.end + by,
  deadline: owner.deadline && { start: owner.deadline.start + by, end: owner.deadline.end + by },
})

interface Labelled {
  readonly part: Part
  readonly start: number
  readonly from: number
  readonly to: number
}

/** Reads 牵头单位：A；责任单位：B、C. */
function labelled(words: string): FoundOwner | null {
  const found = labelsIn(words)
  const first = found[0]
  const last = found.at(-1)
  if (!first || !last || found.every(({ part }) => part === 'deadline')) return null
  const unitsOf = (part: Part): string[] =>
    found.filter((each) => each.part === part).flatMap((each) => unitsIn(words.slice(each.from, each.to)))
  const deadline = found.find(({ part }) => part === 'deadline')
  return {
    start: first.start,
    end: last.to,
    lead: unitsOf('lead'),
    answer: unitsOf('answer'),
    support: unitsOf('support'),
    leaders: found
      .filter(({ part }) => part === 'leader')
      .flatMap((each) => leadersIn(words.slice(each.from, each.to))),
    deadline: deadline ? { start: deadline.from, end: deadline.to } : null,
    bracketed: false,
  }
}

/**
 * Who leads and who supports, of what stands under 牵头, 责任 and 配合: a 责任单位 beside a lead supports, alone it leads.
 * `firstLeads` says that the first of several 责任单位 leads.
 */
export function shares(
  lead: readonly string[],
  answer: readonly string[],
  support: readonly string[],
  firstLeads: boolean,
) {
  if (lead.length > 0) return { lead, support: [...answer, ...support] }
  if (firstLeads) return { lead: answer.slice(0, 1), support: [...answer.slice(1), ...support] }
  return { lead: answer, support }
}

function labelsIn(words: string): Labelled[] {
  const found = [...words.matchAll(labelPattern)]
  return found.flatMap((each, i) => {
    const part = labels.find((_, n) => each[n + 1] !== undefined)?.[0]
    const from = each.index + each[0].length
    const stop = found[i + 1]?.index ?? words.length
    const value = /^[^。\n]*/.exec(words.slice(from, stop))?.[0] ?? ''
    const to = from + withoutEnd(value, ' \t\u3000\u00a0;；，,。、（(【[〔').length
    return part && to > from ? [{ part, start: each.index, from, to }] : []
  })
}

/** Reads …牵头，…配合 and …负责. */
function worded(content: string): FoundOwner | null {
  const shared: { lead: string[]; answer: string[]; support: string[] } = { lead: [], answer: [], support: [] }
  let waiting: string[] = []
  for (const segment of content.replace(/[。.]$/, '').split(/[，,；;]/)) {
    const said = roleSaid.find(({ pattern }) => pattern.test(segment))
    const units = unitsIn(said ? segment.replace(said.pattern, '') : segment)
    if (!said) waiting.push(...units)
    else {
      shared[said.part].push(...waiting, ...units)
      waiting = []
    }
  }
  if (waiting.length > 0 || shared.lead.length + shared.answer.length === 0) return null
  const who = [...shared.lead, ...shared.answer, ...shared.support]
  if (!who.every((unit) => unit.length >= 2 && unit.length <= 20)) return null
  const end = content.replace(/[。.]$/, '').length
  return { start: 0, end, ...shared, leaders: [], deadline: null, bracketed: true }
}

const roleSaid = [
  { part: 'lead', pattern: /(?:总)?牵头(?:负责|落实|实施|抓总)?$|为主$/ },
  { part: 'support', pattern: /(?:积极|协同|共同)?(?:配合|协助|协办|参与|支持)(?:落实|实施)?$/ },
  {
    part: 'answer',
    pattern: /(?:按照?(?:各自)?(?:职责|职能)(?:分工)?)?(?:分工|分别|共同|具体)?(?:负责|落实)(?:落实|实施)?$/,
  },
] as const

const unitEnd =
  /(?:局|委|办|部|厅|中心|处|科|站|所|院|社区|村|街道|镇|乡|县|区|市|政府|公司|集团|[支大中]队|联|工会|团委|团工委|银行|组|会|校|馆|企业|单位|委员会|管委会)(?:[（(][^（()）]{1,10}[)）])?$/

/** Units in brackets behind a full stop, with no word that says what they do, answer for what stands before. */
function bareUnits(words: string, at: number, content: string): FoundOwner | null {
  if (!/[。.]\s*$/.test(words.slice(Math.max(0, at - 2), at))) return null
  const units = unitsIn(content)
  if (units.length === 0 || !units.every((unit) => unitEnd.test(unit) && unit.length <= 16)) return null
  return {
    start: 0,
    end: content.length,
    lead: units,
    answer: [],
    support: [],
    leaders: [],
    deadline: null,
    bracketed: true,
  }
}

/** The names in a list, brackets inside a name kept: 经发局、各村(社区). */
export function unitsIn(words: string): string[] {
  const units: string[] = []
  let depth = 0
  let unit = ''
  for (const c of words) {
    if ('（(《【'.includes(c)) depth++
    if ('）)》】'.includes(c)) depth--
    if (depth <= 0 && /[、，,；;\s\u3000/／]/.test(c)) {
      units.push(unit)
      unit = ''
    } else unit += c
  }
  units.push(unit)
  return units
    .map((each) => each.trim().replace(/^由|等$|[。.]$/g, ''))
    .filter((each) => each !== '' && !saysNobody(each))
}

export const saysNobody = (words: string): boolean => /^(?:[—–/／\\-]+|无|暂无)$/.test(words)

/** People's names or posts: the space that spreads a name of two characters goes, and so does a post in brackets. */
export function leadersIn(words: string): string[] {
  const plain = words
    .replace(/[（(][^（()）]{0,30}[)）]/g, '')
    .replace(/([\u4e00-\u9fff])[\s\u3000]+(?=[\u4e00-\u9fff](?![\u4e00-\u9fff]))/g, '$1')
  return unitsIn(plain)
}
