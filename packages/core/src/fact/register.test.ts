import { describe, expect, test } from 'vitest'
import { decimal } from '../shared/index.ts'
import { choice } from './columns/choice.ts'
import { row } from './columns/reference.ts'
import { text } from './columns/text.ts'
import { date } from './columns/time.ts'
import { state } from './register/lifecycle.ts'
import type { Register } from './register/register.ts'
import { register, registersTogether } from './register.ts'
import { days, visits } from './testing/visits.ts'

const label = { zh: '栏', en: 'Column' }
const column = (id: string, declared: Register['columns'][string]): Partial<Register> => ({
  columns: { ...visits.columns, [id]: declared },
})
const lifecycle = visits.lifecycle as NonNullable<Register['lifecycle']>
const withState = (id: string, declared: (typeof lifecycle.states)[string]): Partial<Register> => ({
  lifecycle: { ...lifecycle, states: { ...lifecycle.states, [id]: declared } },
})
const move = (changed: Partial<(typeof lifecycle.moves)[string]>): Partial<Register> => ({
  lifecycle: { ...lifecycle, moves: { ...lifecycle.moves, hold: { ...lifecycle.moves.hold, ...changed } as never } },
})
const feed = (changed: object): Partial<Register> => ({ feeds: [{ ...visits.feeds[0], ...changed } as never] })
const access = (changed: Partial<Register['access']>): Partial<Register> => ({
  access: { ...visits.access, ...changed },
})
const words = (when: unknown) => ({ ...text(label, 9), requiredWhen: when }) as Register['columns'][string]

test('没有错的声明照原样收下', () => {
  expect(register(visits)).toBe(visits)
})

describe('声明有错，启动即停，说明台账、栏目和改法', () => {
  test.each<[Partial<Register>, string]>([
    [{ id: '走访' }, 'the id has to be in lowerCamelCase, as its table and API are'],
    [{ label: { zh: '走访', en: ' ' } }, 'the label is lacking in Chinese or English; give both'],
    [{ source: '' }, 'the source is empty; name the paper or practice it follows'],
    [{ prefix: 'zf' }, 'the prefix of its numbers has to be two to six capitals; correct it'],
    [{ key: [] }, 'key is empty; name the columns that tell rows apart'],
    [{ key: ['day'] }, 'key names the column day, which is not declared; add it or correct the name'],
    [{ geometry: 'venue' }, 'column venue has to be of kind coordinates for geometry; it is text'],
    [{ evidence: 'paper' }, 'column paper has to be of kind evidence for evidence; it is documentNumber'],

    [column('on_day', date(label)), 'column on_day has to be named in lowerCamelCase, as its table and API are'],
    [column('more', date({ zh: '日期', en: '' })), 'column more lacks its label in Chinese or English; give both'],
    [column('more', date({ zh: '备注', en: 'More' })), 'columns note and more are both called 备注; rename one'],
    [column('more', text(label, -1)), 'column more maxLength is -1; give a whole number above 0'],
    [
      column('more', choice(label, [])),
      'column more has fewer than two options; add them, or make it a yes/no or a text',
    ],
    [
      column('more', text(label, 9, { privacy: 'L1' })),
      'column more is more open than its register; raise it or leave it out',
    ],
    [
      column('more', { ...words({ column: 'kind', is: 'drill' }), required: true }),
      'column more is required always and requiredWhen; keep one of the two',
    ],
    [
      column('more', words({ column: 'sort', is: 'drill' })),
      'requiredWhen of column more names the column sort, which is not declared; add it or correct the name',
    ],
    [
      column('more', words({ column: 'more', filled: true })),
      'requiredWhen of column more asks about itself; ask another column',
    ],
    [
      column('more', words({ column: 'kind', is: 'exercise' })),
      'requiredWhen of column more asks column kind for exercise, which is none of its options; add it or correct the word',
    ],
    [
      column('more', words({ not: { column: 'paid', is: 'yes' } })),
      'requiredWhen of column more asks column paid for a word; it is a yes/no, ask for true or false',
    ],
    [
      column('more', words({ any: [{ column: 'venue', atLeast: '3' }] })),
      'column venue has to be of kind quantity or money or percentage for requiredWhen of column more; it is text',
    ],
    [
      column('more', words({ column: 'on', notAfter: 'venue' })),
      'column venue has to be of kind date or month or moment for requiredWhen of column more; it is text',
    ],
    [
      column('more', words({ column: 'on', within: days(15, 'minute'), after: 'startAt' })),
      'column on has to be of kind moment for requiredWhen of column more; it is date',
    ],
    [
      column('more', words({ column: 'endAt', within: days(2), after: 'startAt' })),
      'requiredWhen of column more counts in workday; count in hour or minute',
    ],
    [
      column('more', words({ all: [{ state: ['open'] }] })),
      'requiredWhen of column more names the state open, which is not declared; add it or correct the name',
    ],

    [{ retention: { years: days(2), ends: 'archive' } }, 'retention counts in workday; count in year'],
    [
      { retention: { years: days(2, 'year'), from: 'paid', ends: 'archive' } },
      'column paid has to be of kind date or month or moment for retention; it is yesNo',
    ],
    [
      { rules: [{ kind: 'inOrder', columns: ['on'] }] },
      'rule inOrder names fewer than two columns; name those it compares',
    ],
    [
      { rules: [{ kind: 'inOrder', columns: ['on', 'people'] }] },
      'rule inOrder compares days with figures (on, people); keep to one of them',
    ],
    [
      { rules: [{ kind: 'lasts', from: 'on', to: 'endAt' }] },
      'column on has to be of kind moment for rule lasts; it is date',
    ],
    [
      { rules: [{ kind: 'plausible', column: 'on', by: 'note', unitIn: 'note', bounds: {} }] },
      'column on has to be of kind quantity or money or percentage for rule plausible; it is date',
    ],
    [
      {
        rules: [
          {
            kind: 'plausible',
            column: 'people',
            by: 'note',
            unitIn: 'note',
            bounds: {
              pm: { label: { zh: '细颗粒物', en: 'fine dust' }, unit: '', least: decimal(9), most: decimal(1) },
            },
          },
        ],
      },
      'rule plausible: the least of fine dust lies above its most; exchange them',
    ],
    [
      { rules: [{ kind: 'must', column: 'note', holds: { column: 'note', filled: true }, says: { zh: '', en: '' } }] },
      'rule must lacks its words in Chinese or English; give both',
    ],

    [
      { lifecycle: { ...lifecycle, initial: 'new' } },
      'initial names the state new, which is not declared; add it or correct the name',
    ],
    [
      withState('lost', state('流失', 'lost', { end: true })),
      'state lost is reached by no move; add the move or remove the state',
    ],
    [
      withState('closed', state('已办结', 'closed')),
      'state closed is left by no move and is no end; add the move or mark it as an end',
    ],
    [withState('held', state('已开展', '')), 'state held lacks its label in Chinese or English; give both'],
    [move({ label: { zh: '', en: 'Hold' } }), 'move hold lacks its label in Chinese or English; give both'],
    [move({ from: ['begun'] }), 'move hold names the state begun, which is not declared; add it or correct the name'],
    [move({ from: [] }), 'move hold starts from no state; name at least one'],
    [move({ by: [] }), 'move hold may be made by nobody; name a duty'],
    [
      move({ within: { limit: days(2, 'week') } }),
      'the limit of move hold counts in week; count in workday, legalDay, day, hour, minute',
    ],
    [
      move({ within: { limit: days(2), cases: [{ when: { column: 'kind', is: 'call' }, limit: days(1, 'month') }] } }),
      'the limit of move hold counts in month; count in workday, legalDay, day, hour, minute',
    ],
    [
      move({ within: { limit: days(2), cases: [{ when: { column: 'kind', is: 'exam' }, limit: days(1) }] } }),
      'the limit of move hold asks column kind for exam, which is none of its options; add it or correct the word',
    ],
    [
      move({ within: { limit: days(2), after: 'kind' } }),
      'column kind has to be of kind date or month or moment for the limit of move hold; it is choice',
    ],
    [
      move({ when: { column: 'kind', is: 'exam' } }),
      'move hold asks column kind for exam, which is none of its options; add it or correct the word',
    ],
    [move({ needs: ['photo'] }), 'move hold names the column photo, which is not declared; add it or correct the name'],

    [
      feed({ gives: { quantity: 'note' } }),
      'column note has to be of kind quantity or money or percentage for feed 1; it is longText',
    ],
    [feed({ datedBy: 'kind' }), 'column kind has to be of kind date or month or moment for feed 1; it is choice'],
    [feed({ serves: { targetIn: 'unit' } }), 'column unit has to be of kind target for feed 1; it is unit'],
    [feed({ serves: { measureIn: 'on' } }), 'column on has to be of kind choice or text for feed 1; it is date'],
    [feed({ serves: { measure: '' } }), 'feed 1 serves nothing; name its measure'],
    [feed({ says: { zh: '演练', en: '' } }), 'feed 1 lacks its words in Chinese or English; give both'],
    [
      feed({ when: { column: 'kinds', is: 'drill' } }),
      'feed 1 names the column kinds, which is not declared; add it or correct the name',
    ],
    [feed({ anyOf: ['E3'] }), 'feed 1 accepts photos alone; add E1, E2 or E4'],

    [access({ read: [] }), 'access: nobody may read rows; name a duty'],
    [
      access({ write: [{ duties: ['handler', 'auditAdmin'], relation: 'office' }] }),
      "access: an administrator may write rows; administrators see none of the office's work, remove the duty",
    ],
    [
      access({ verify: [{ duties: ['handler'], relation: 'office' }] }),
      'access: whoever verifies also writes; name a duty that verifies and does not write',
    ],
    [
      { privacy: 'L3' },
      'access: the register is L3 and open to all who read; say in restricted which posts may see its rows',
    ],
    [
      access({
        restricted: {
          circle: { zh: '统计岗', en: 'statistics' },
          row: { zh: '户', en: 'firms' },
          sumOfMin: 1,
          shareMax: 80,
          source: '统计法',
        },
      }),
      'access: restricted has to sum at least 2 rows, with a share above 0 and up to 100; correct the figures',
    ],
    [
      access({
        restricted: {
          circle: { zh: '统计岗', en: 'statistics' },
          row: { zh: '户', en: 'firms' },
          sumOfMin: 3,
          shareMax: 80,
          source: '',
        },
      }),
      'access: restricted names no source; name the paper',
    ],
  ])('%#：%o', (changed, mistake) => {
    const declared = { ...visits, ...changed }
    expect(() => register(declared)).toThrow(`register ${declared.id}: ${mistake}`)
  })

  test('要凭证而没有凭证栏', () => {
    const { evidence, ...without } = visits
    const declared = { ...without, ...feed({ anyOf: ['E1'] }) }
    expect(evidence).toBe('proof')
    expect(() => register(declared as Register)).toThrow(
      'register visit: feed 1 asks for evidence, but the register names no column of evidence; name it',
    )
  })

  test('有几处错就说几处', () => {
    expect(() => register({ ...visits, key: [], source: ' ' })).toThrow(/source is empty.*\n.*key is empty/)
  })
})

describe('台账之间', () => {
  test('所指的台账要在，名字不能重', () => {
    const refers = { ...visits, id: 'reply', prefix: 'HF', columns: { ...visits.columns, visit: row(label, 'visit') } }
    expect(registersTogether([visits, refers])).toHaveLength(2)
    expect(() => registersTogether([refers])).toThrow(
      'register reply: column visit refers to the register visit, which is not declared; add it',
    )
    expect(() => registersTogether([visits, visits])).toThrow('register visit: declared twice; rename one')
    expect(() => registersTogether([visits, { ...refers, prefix: 'ZF' }])).toThrow(
      'register reply: its numbers begin with ZF like those of visit; change one',
    )
  })
})
