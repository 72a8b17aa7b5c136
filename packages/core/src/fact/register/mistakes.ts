import { administrators, type Grant } from '../../office/index.ts'
import type { Words } from '../../shared/index.ts'
import { privacyClasses } from '../columns/base.ts'
import { mistakesInClasses } from '../columns/evidence.ts'
import { type Column, mistakesInColumn } from '../columns/index.ts'
import { prefixForm } from '../ledger-number.ts'
import { mistakesInBounds } from './bounds.ts'
import { type Condition, columnsAsked } from './condition.ts'
import type { Feed } from './feed.ts'
import { type Lifecycle, limitUnits, type Move } from './lifecycle.ts'
import { millisecondsIn } from './order.ts'
import type { Register } from './register.ts'
import { columnsOfRule, conditionsOfRule, type Rule } from './rule.ts'

type Kind = Column['kind']

const dated: readonly Kind[] = ['date', 'month', 'moment']
const measured: readonly Kind[] = ['quantity', 'money', 'percentage']
/** Kinds that hold one name. */
const namesOne: readonly Kind[] = ['row', 'text', 'uscc', 'unit', 'community', 'choice', 'documentNumber']
const identifier = /^[a-z][A-Za-z0-9]*$/
const ownName = /^own\d+$/

const isUnsaid = ({ zh, en }: Words): boolean => zh.trim() === '' || en.trim() === ''

/** Why a place of the declaration may not name a column: it is not declared, or of another kind. */
function misnamed({ columns }: Register, id: string, where: string, kinds: readonly Kind[] = []): readonly Words[] {
  const column = Object.hasOwn(columns, id) ? columns[id] : undefined
  if (!column)
    return [
      {
        zh: `条件里的「${id}」这一列没有声明，请补上或改正列名`,
        en: `${where} names the column ${id}, which is not declared; add it or correct the name`,
      },
    ]
  if (kinds.length === 0 || kinds.includes(column.kind)) return []
  return [
    {
      zh: `「${column.label.zh}」的种类用在这里不合适，请换一列`,
      en: `column ${id} has to be of kind ${kinds.join(' or ')} for ${where}; it is ${column.kind}`,
    },
  ]
}

function inCondition(register: Register, condition: Condition, where: string): readonly Words[] {
  if ('all' in condition) return condition.all.flatMap((one) => inCondition(register, one, where))
  if ('any' in condition) return condition.any.flatMap((one) => inCondition(register, one, where))
  if ('not' in condition) return inCondition(register, condition.not, where)
  if ('state' in condition) return condition.state.flatMap((state) => noSuchState(register.lifecycle, state, where))
  const found = misnamed(register, condition.column, where)
  if (found.length > 0) return found
  if ('atLeast' in condition || 'atMost' in condition) return misnamed(register, condition.column, where, measured)
  if ('notAfter' in condition)
    return [condition.column, condition.notAfter].flatMap((id) => misnamed(register, id, where, dated))
  if ('within' in condition)
    return [
      ...[condition.column, condition.after].flatMap((id) => misnamed(register, id, where, ['moment'])),
      ...(millisecondsIn[condition.within.unit] === undefined
        ? [
            {
              zh: `时限按「${condition.within.unit}」算不行，请按分钟或小时`,
              en: `${where} counts in ${condition.within.unit}; count in hour or minute`,
            },
          ]
        : []),
    ]
  return 'is' in condition ? noSuchChoice(register, condition.column, [condition.is].flat(), where) : []
}

function noSuchChoice(
  { columns }: Register,
  id: string,
  wanted: readonly (string | boolean)[],
  where: string,
): readonly Words[] {
  const column = columns[id]
  if (column?.kind === 'yesNo')
    return wanted.every((value) => typeof value === 'boolean')
      ? []
      : [
          {
            zh: `「${column.label.zh}」只有是和否，条件里请写是或否`,
            en: `${where} asks column ${id} for a word; it is a yes/no, ask for true or false`,
          },
        ]
  if (column?.kind !== 'choice' && column?.kind !== 'choices') return []
  return wanted
    .filter((value) => !column.options.some((option) => option.value === value))
    .map((value) => ({
      zh: `「${column.label.zh}」没有「${value}」这个选项，请补上或改正`,
      en: `${where} asks column ${id} for ${value}, which is none of its options; add it or correct the word`,
    }))
}

const noSuchState = (lifecycle: Lifecycle | undefined, state: string, where: string): readonly Words[] =>
  lifecycle && Object.hasOwn(lifecycle.states, state)
    ? []
    : [
        {
          zh: `没有「${state}」这个状态，请补上或改正`,
          en: `${where} names the state ${state}, which is not declared; add it or correct the name`,
        },
      ]

function inColumn(register: Register, id: string, column: Column): readonly Words[] {
  const where = `column ${id}`
  const own = mistakesInColumn(column).map(({ zh, en }) => ({ zh, en: `${where} ${en}` }))
  const conditions = [
    ['requiredWhen', column.requiredWhen],
    ['askedWhen', column.askedWhen],
  ] as const
  return [
    ...(identifier.test(id)
      ? []
      : [
          {
            zh: `列名「${id}」要用小写字母开头的英文`,
            en: `${where} has to be named in lowerCamelCase, as its table and API are`,
          },
        ]),
    ...(ownName.test(id) && !column.own
      ? [
          {
            zh: `列名「${id}」留给各单位自设的列，请改名`,
            en: `${where} is called as columns are that offices add; rename it`,
          },
        ]
      : []),
    ...(isUnsaid(column.label)
      ? [{ zh: '没有中文或英文名称，请都写上', en: `${where} lacks its label in Chinese or English; give both` }]
      : []),
    ...(column.required && column.requiredWhen
      ? [
          {
            zh: '又是一律必填又有必填条件，请只留一样',
            en: `${where} is required always and requiredWhen; keep one of the two`,
          },
        ]
      : []),
    ...(column.privacy && rank(column.privacy) < rank(register.privacy)
      ? [
          {
            zh: '隐私等级比台账还宽，请调高或者不写',
            en: `${where} is more open than its register; raise it or leave it out`,
          },
        ]
      : []),
    ...own,
    ...conditions.flatMap(([name, condition]) =>
      condition
        ? [
            ...inCondition(register, condition, `${name} of ${where}`),
            ...(columnsAsked(condition).includes(id)
              ? [
                  {
                    zh: '必填条件问的是这一列自己，请换一列',
                    en: `${name} of ${where} asks about itself; ask another column`,
                  },
                ]
              : []),
          ]
        : [],
    ),
  ]
}

const rank = (privacy: Register['privacy']): number => privacyClasses.indexOf(privacy)

const kindsOfRule: Readonly<Record<Rule['kind'], readonly Kind[]>> = {
  inOrder: [...dated, ...measured],
  oneNeeded: [],
  allOrNone: [],
  sameDay: ['date', 'moment'],
  lasts: ['moment'],
  plausible: [],
  must: [],
}

const inEnglish = (found: readonly Words[]): readonly string[] => found.map(({ en }) => en)

const inPlausible = (
  register: Register,
  { column, by, unitIn, bounds }: Extract<Rule, { kind: 'plausible' }>,
  where: string,
): readonly string[] => [
  ...inEnglish(misnamed(register, column, where, measured)),
  ...[by, unitIn].flatMap((id) => inEnglish(misnamed(register, id, where, ['text', 'choice']))),
  ...Object.values(bounds).flatMap((one) => mistakesInBounds(one).map((mistake) => `${where}: ${mistake}`)),
]

function inRule(register: Register, rule: Rule): readonly string[] {
  const where = `rule ${rule.kind}`
  const columns = columnsOfRule(rule)
  const named = columns.flatMap((id) => inEnglish(misnamed(register, id, where, kindsOfRule[rule.kind])))
  const kinds = new Set(columns.map((id) => measured.includes(register.columns[id]?.kind ?? 'date')))
  return [
    ...named,
    ...('columns' in rule && columns.length < 2
      ? [`${where} names fewer than two columns; name those it compares`]
      : []),
    ...(rule.kind === 'inOrder' && named.length === 0 && kinds.size > 1
      ? [`${where} compares days with figures (${columns.join(', ')}); keep to one of them`]
      : []),
    ...(rule.kind === 'must' && isUnsaid(rule.says)
      ? [`${where} lacks its words in Chinese or English; give both`]
      : []),
    ...(rule.kind === 'plausible' ? inPlausible(register, rule, where) : []),
    ...conditionsOfRule(rule).flatMap((condition) => inEnglish(inCondition(register, condition, where))),
  ]
}

function inMove(register: Register, lifecycle: Lifecycle, id: string, move: Move): readonly string[] {
  const where = `move ${id}`
  const { within } = move
  return [
    ...(isUnsaid(move.label) ? [`${where} lacks its label in Chinese or English; give both`] : []),
    ...[...move.from, move.to].flatMap((state) => inEnglish(noSuchState(lifecycle, state, where))),
    ...(move.from.length === 0 ? [`${where} starts from no state; name at least one`] : []),
    ...(move.by !== 'system' && move.by.length === 0 ? [`${where} may be made by nobody; name a duty`] : []),
    ...(within ? [within.limit, ...(within.cases ?? []).map(({ limit }) => limit)] : [])
      .filter(({ unit }) => !limitUnits.includes(unit))
      .map(({ unit }) => `the limit of ${where} counts in ${unit}; count in ${limitUnits.join(', ')}`),
    ...(within?.cases ?? []).flatMap(({ when }) => inEnglish(inCondition(register, when, `the limit of ${where}`))),
    ...(within?.after === undefined ? [] : inEnglish(misnamed(register, within.after, `the limit of ${where}`, dated))),
    ...(within?.suspended === undefined
      ? []
      : inEnglish(misnamed(register, within.suspended, `the limit of ${where}`, ['quantity']))),
    ...(move.needs ?? []).flatMap((needed) => inEnglish(misnamed(register, needed, where))),
    ...(move.when ? inEnglish(inCondition(register, move.when, where)) : []),
  ]
}

function inLifecycle(register: Register, lifecycle: Lifecycle): readonly string[] {
  const moves = Object.entries(lifecycle.moves)
  const reached = new Set([lifecycle.initial, ...moves.map(([, { to }]) => to)])
  const left = new Set(moves.flatMap(([, { from }]) => from))
  const states = Object.entries(lifecycle.states)
  return [
    ...inEnglish(noSuchState(lifecycle, lifecycle.initial, 'initial')),
    ...states
      .filter(([, { label }]) => isUnsaid(label))
      .map(([id]) => `state ${id} lacks its label in Chinese or English; give both`),
    ...states
      .filter(([id]) => !reached.has(id))
      .map(([id]) => `state ${id} is reached by no move; add the move or remove the state`),
    ...states
      .filter(([id, { end }]) => !end && !left.has(id))
      .map(([id]) => `state ${id} is left by no move and is no end; add the move or mark it as an end`),
    ...moves.flatMap(([id, move]) => inMove(register, lifecycle, id, move)),
  ]
}

function inFeed(register: Register, feed: Feed, at: number): readonly string[] {
  const where = `feed ${at + 1}`
  const { gives, serves } = feed
  return [
    ...(gives === 'one' ? [] : inEnglish(misnamed(register, gives.quantity, where, measured))),
    ...inEnglish(misnamed(register, feed.datedBy, where, dated)),
    ...('targetIn' in serves ? inEnglish(misnamed(register, serves.targetIn, where, ['target'])) : []),
    ...('measureIn' in serves ? inEnglish(misnamed(register, serves.measureIn, where, ['choice', 'text'])) : []),
    ...('measure' in serves && serves.measure.trim() === '' ? [`${where} serves nothing; name its measure`] : []),
    ...(feed.unitIn === undefined ? [] : inEnglish(misnamed(register, feed.unitIn, where, ['text', 'choice']))),
    ...(feed.about === undefined ? [] : inEnglish(misnamed(register, feed.about, where, namesOne))),
    ...(isUnsaid(feed.says) ? [`${where} lacks its words in Chinese or English; give both`] : []),
    ...(feed.when ? inEnglish(inCondition(register, feed.when, where)) : []),
    ...(feed.anyOf && !register.evidence
      ? [`${where} asks for evidence, but the register names no column of evidence; name it`]
      : []),
    ...(feed.anyOf ? mistakesInClasses(feed.anyOf).map(({ en }) => `${where} ${en}`) : []),
  ]
}

const unfitGrants = (grants: readonly Grant[], what: string): readonly string[] => [
  ...(grants.length === 0 || grants.some(({ duties }) => duties.length === 0)
    ? [`access: nobody may ${what} rows; name a duty`]
    : []),
  ...(grants.some(({ duties }) => duties.some((duty) => administrators.some((one) => one === duty)))
    ? [`access: an administrator may ${what} rows; administrators see none of the office's work, remove the duty`]
    : []),
]

function inAccess({ access, privacy }: Register): readonly string[] {
  const { read, write, verify, restricted } = access
  const writers = write.flatMap(({ duties }) => duties)
  const onlyThey = verify.every(({ duties }) => duties.every((duty) => writers.includes(duty)))
  return [
    ...unfitGrants(read, 'read'),
    ...unfitGrants(write, 'write'),
    ...unfitGrants(verify, 'verify'),
    ...(verify.length > 0 && onlyThey
      ? ['access: whoever verifies also writes; name a duty that verifies and does not write']
      : []),
    ...(privacy === 'L3' && !restricted
      ? ['access: the register is L3 and open to all who read; say in restricted which posts may see its rows']
      : []),
    ...(restricted && !(restricted.sumOfMin >= 2 && restricted.shareMax > 0 && restricted.shareMax <= 100)
      ? ['access: restricted has to sum at least 2 rows, with a share above 0 and up to 100; correct the figures']
      : []),
    ...(restricted?.source.trim() === '' ? ['access: restricted names no source; name the paper'] : []),
  ]
}

function inRetention(register: Register): readonly string[] {
  const { retention } = register
  if (!retention) return []
  return [
    ...(retention.years.unit === 'year' ? [] : [`retention counts in ${retention.years.unit}; count in year`]),
    ...(retention.from === undefined ? [] : inEnglish(misnamed(register, retention.from, 'retention', dated))),
  ]
}

/** Sheets are read and written by their heads, so no two columns may be called alike. */
function calledAlike({ columns }: Register): readonly Words[] {
  const labels = Object.entries(columns).map(([id, { label }]) => ({ id, zh: label.zh }))
  return labels.flatMap(({ id, zh }, at) => {
    const first = labels.findIndex((other) => other.zh === zh)
    return first < at
      ? [
          {
            zh: `已经有一列叫「${zh}」，请换个名称`,
            en: `columns ${labels[first]?.id} and ${id} are both called ${zh}; rename one`,
          },
        ]
      : []
  })
}

/** Everything that is wrong with a declaration, each mistake with its remedy. */
export function mistakesIn(register: Register): readonly string[] {
  const { columns, key, rules = [], lifecycle, geometry, evidence, feeds } = register
  return [
    ...(identifier.test(register.id) ? [] : ['the id has to be in lowerCamelCase, as its table and API are']),
    ...(isUnsaid(register.label) ? ['the label is lacking in Chinese or English; give both'] : []),
    ...(prefixForm.test(register.prefix)
      ? []
      : ['the prefix of its numbers has to be two to six capitals; correct it']),
    ...(register.source.trim() === '' ? ['the source is empty; name the paper or practice it follows'] : []),
    ...Object.entries(columns).flatMap(([id, column]) => inEnglish(inColumn(register, id, column))),
    ...inEnglish(calledAlike(register)),
    ...(key.length === 0 ? ['key is empty; name the columns that tell rows apart'] : []),
    ...key.flatMap((id) => inEnglish(misnamed(register, id, 'key'))),
    ...rules.flatMap((rule) => inRule(register, rule)),
    ...(lifecycle ? inLifecycle(register, lifecycle) : []),
    ...(geometry === undefined ? [] : inEnglish(misnamed(register, geometry, 'geometry', ['coordinates']))),
    ...(evidence === undefined ? [] : inEnglish(misnamed(register, evidence, 'evidence', ['evidence']))),
    ...feeds.flatMap((feed, at) => inFeed(register, feed, at)),
    ...inRetention(register),
    ...(register.opening
      ? [register.opening.from, register.opening.to].flatMap((id) =>
          inEnglish(misnamed(register, id, 'opening', ['date'])),
        )
      : []),
    ...inAccess(register),
  ]
}

/** What is wrong between registers: a name used twice, a reference to a register that is not among them. */
export function mistakesBetween(registers: readonly Register[]): readonly string[] {
  const ids = registers.map(({ id }) => id)
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at)
  const numberedAlike = registers.flatMap(({ id, prefix }, at) => {
    const first = registers.findIndex((other) => other.prefix === prefix)
    return first < at
      ? [`register ${id}: its numbers begin with ${prefix} like those of ${ids[first]}; change one`]
      : []
  })
  return [
    ...twice.map((id) => `register ${id}: declared twice; rename one`),
    ...(twice.length > 0 ? [] : numberedAlike),
    ...registers.flatMap(({ id, columns }) =>
      Object.entries(columns).flatMap(([column, declared]) =>
        'register' in declared && !ids.includes(declared.register)
          ? [
              `register ${id}: column ${column} refers to the register ${declared.register}, which is not declared; add it`,
            ]
          : [],
      ),
    ),
  ]
}

/** What is wrong with columns, in both languages: of one that the office adds, a person has to be told. */
export const mistakesInColumns = (register: Register, ids: readonly string[]): readonly Words[] => [
  ...ids.flatMap((id) => {
    const column = register.columns[id]
    return column ? inColumn(register, id, column) : []
  }),
  ...calledAlike(register),
]
