import { catalogue } from '../shared/index.ts'

interface Refused {
  readonly post: string
  readonly what: string
}

export const officeProblems = catalogue({
  'policy.other_unit': {
    kind: 'forbidden',
    says: (f: Refused) => ({
      zh: `「${f.post}」只能对本单位或所分管单位的内容「${f.what}」，这一项是别的单位的。`,
      en: `“${f.post}” may do this (${f.what}) only for the units of the post; this one is another unit’s.`,
    }),
    next: { zh: '请由该单位有此职责的同志办理。', en: 'Ask somebody of that unit whose duty it is.' },
  },
  'policy.not_own': {
    kind: 'forbidden',
    says: (f: Refused) => ({
      zh: `「${f.post}」只能对自己填的内容「${f.what}」，这一项是别人填的。`,
      en: `“${f.post}” may do this (${f.what}) only to what the same person entered; somebody else entered this.`,
    }),
    next: { zh: '请由填报人本人办理。', en: 'Ask the person who entered it.' },
  },
  'policy.state': {
    kind: 'conflict',
    says: (f: Refused & { now: string; nowEn: string; when: string; whenEn: string }) => ({
      zh: `现在是「${f.now}」，不能「${f.what}」；要在「${f.when}」时办理。`,
      en: `It is “${f.nowEn}” now: no longer possible (${f.what}); possible while ${f.whenEn}.`,
    }),
    next: { zh: '请刷新后再看。', en: 'Reload and look again.' },
  },
  'office.duties_apart': {
    kind: 'invalid',
    says: () => ({
      zh: '系统、安全、审计管理员各自单设岗位，不能与别的职责合在一个岗位上。',
      en: 'System, security and audit administrators have posts of their own; no other duty goes with them.',
    }),
    next: { zh: '请把职责分到不同岗位。', en: 'Spread the duties over several posts.' },
  },
  'office.sides_apart': {
    kind: 'forbidden',
    says: (f: { name: string; post: string }) => ({
      zh: `「${f.name}」不能任「${f.post}」：三员互斥，也不与业务岗位兼任。`,
      en: `${f.name} cannot hold “${f.post}”: the three administrators exclude each other and all other posts.`,
    }),
    next: { zh: '请另定一位同志。', en: 'Choose somebody else.' },
  },
  'office.no_deputy': {
    kind: 'forbidden',
    says: (f: { post: string }) => ({ zh: `「${f.post}」不设B角。`, en: `“${f.post}” has no deputy.` }),
    next: { zh: '请另设一个同类岗位，由专人担任。', en: 'Make another post of the kind and give it a person.' },
  },
  'office.needs_second': {
    kind: 'forbidden',
    says: () => ({
      zh: '任职须由另一人确认，提出人不能自己确认，也不能确认自己的任职。',
      en: 'A second person confirms who holds a post: neither who applied for it nor who is to hold it.',
    }),
    next: { zh: '请由另一位有此职责的同志确认。', en: 'Ask another person with this duty.' },
  },
  'office.holds_already': {
    kind: 'conflict',
    says: (f: { name: string; post: string }) => ({
      zh: `「${f.name}」在这段时间已任「${f.post}」。`,
      en: `${f.name} holds “${f.post}” in that time already.`,
    }),
    next: { zh: '请先结束原来的任职。', en: 'End the earlier holding first.' },
  },
  'office.end_before_start': {
    kind: 'invalid',
    says: (f: { from: string; until: string }) => ({
      zh: `到期日 ${f.until} 早于起始日 ${f.from}。`,
      en: `The last day ${f.until} is before the first day ${f.from}.`,
    }),
    next: { zh: '请改正日期。', en: 'Correct the days.' },
  },
  'office.last_one': {
    kind: 'conflict',
    says: (f: { duty: string }) => ({
      zh: `这是最后一位「${f.duty}」，没有已确认的接任人不能结束。`,
      en: `This is the last one with the duty “${f.duty}”; it cannot end without a successor who is confirmed.`,
    }),
    next: {
      zh: '请先任命另一位并确认，再来结束。',
      en: 'Appoint another person and have it confirmed, then end this one.',
    },
  },
  'office.still_open': {
    kind: 'conflict',
    says: (f: { what: string; open: string; openEn: string }) => ({
      zh: `「${f.what}」还不能撤销：${f.open}。`,
      en: `“${f.what}” cannot be closed yet: ${f.openEn}.`,
    }),
    next: {
      zh: '请先结束这些任职、办完或移交这些事项，再来撤销。',
      en: 'End these holdings and finish or hand over what is open, then close it.',
    },
  },
  'office.closed_already': {
    kind: 'conflict',
    says: (f: { what: string; on: string }) => ({
      zh: `「${f.what}」已于 ${f.on} 撤销。`,
      en: `“${f.what}” is closed since ${f.on}.`,
    }),
    next: { zh: '请用现有的岗位或科室。', en: 'Use a post or unit that is there.' },
  },
  'office.post_taken': {
    kind: 'conflict',
    says: (f: { post: string }) => ({
      zh: `该单位已有岗位「${f.post}」。`,
      en: `The unit has a post “${f.post}” already.`,
    }),
    next: { zh: '请用原有岗位，或换一个名称。', en: 'Use that post, or choose another title.' },
  },
})
