import { catalogue, type Words } from '@guatu/core/shared'

interface Signed {
  readonly signer: string
  readonly on: string
}

/** One line of a thing that is not as it was when the paper was entered. */
export interface Changed {
  readonly label: Words
  readonly was: Words
  readonly now: Words
}

const bySomebodyElse = { zh: '请由另一位有此职责的同志办理。', en: 'Ask somebody else whose duty it is.' }
const checkPaper = {
  zh: '请对照原件核对签批人和日期；已填内容没有丢失。',
  en: 'Check signer and day against the paper; nothing you typed is lost.',
}

/** Why a signed paper is not entered, or not confirmed. */
export const approvalProblems = catalogue({
  'approval.not_declared': {
    kind: 'invalid',
    says: (f: { route: string }) => ({
      zh: `「${f.route}」不是可以用纸质批示办理的事项。`,
      en: `“${f.route}” cannot be approved on paper.`,
    }),
    next: { zh: '请从要批的那一页点「录入纸质批示」。', en: 'Begin on the page of the thing that was approved.' },
  },
  'approval.signed_in_future': {
    kind: 'invalid',
    says: (f: { on: string; today: string }) => ({
      zh: `签批日期 ${f.on} 晚于今天 ${f.today}。`,
      en: `The paper cannot have been signed on ${f.on}: today is ${f.today}.`,
    }),
    next: checkPaper,
  },
  'approval.signed_before': {
    kind: 'invalid',
    says: (f: { on: string; since: string }) => ({
      zh: `签批日期 ${f.on} 早于这件事：它到 ${f.since} 才有。`,
      en: `The paper cannot have been signed on ${f.on}: what it approves has been there since ${f.since}.`,
    }),
    next: checkPaper,
  },
  'approval.signer_no_post': {
    kind: 'invalid',
    says: (f: { on: string }) => ({
      zh: `${f.on} 这一天，签批人不在所选的岗位上。`,
      en: `On ${f.on} the signer did not hold that post.`,
    }),
    next: checkPaper,
  },
  'approval.signer_lacks': {
    kind: 'invalid',
    says: (f: Signed & { post: string; what: string; whatEn: string; needs: string; needsEn: string }) => ({
      zh: `${f.signer}（${f.post}）${f.on} 没有「${f.what}」的权限，需要的职责：${f.needs}。`,
      en: `${f.signer} (${f.post}) could not approve this on ${f.on} (${f.whatEn}); duties that can: ${f.needsEn}.`,
    }),
    next: { zh: '请由有此职责的同志签批。', en: 'Have it signed by somebody whose duty it is.' },
  },
  'approval.scan': {
    kind: 'invalid',
    says: () => ({
      zh: '没有可用的扫描件：要本人上传的图片或 PDF。',
      en: 'There is no scan: it is a picture or a PDF that you have brought in yourself.',
    }),
    next: { zh: '请拍照或扫描签了字的那一页再传。', en: 'Photograph or scan the signed page and bring it in.' },
  },
  'approval.not_replaceable': {
    kind: 'conflict',
    says: () => ({
      zh: '原来那份纸质批示不能由这一份代替：已确认、已有代替的，或是别人还没有退回的。',
      en: 'This paper cannot stand in place of that one: it is confirmed, replaced already, or somebody else’s and not returned.',
    }),
    next: { zh: '请从列表重新打开原来那份。', en: 'Open that paper again from the list.' },
  },
  'approval.same_person': {
    kind: 'forbidden',
    says: (f: { name: string }) => ({
      zh: `纸质批示须由录入人、签批人以外的人确认，${f.name}不能确认这一份。`,
      en: `A paper is confirmed by somebody who neither entered nor signed it; ${f.name} cannot confirm this one.`,
    }),
    next: bySomebodyElse,
  },
  'approval.overtaken': {
    kind: 'conflict',
    says: (f: { what: string; whatEn: string; changed?: readonly Changed[] }) => ({
      zh: `录入以后，所批的内容已变：${f.what}`,
      en: `What was approved has changed since the paper was entered: ${f.whatEn}`,
    }),
    next: {
      zh: '没有执行。请录入人对照原件重新录入，或撤回。',
      en: 'Nothing was done. Whoever entered it enters it anew from the paper, or withdraws it.',
    },
  },
})

const inWords = (changed: readonly Changed[], language: keyof Words) =>
  changed.map(({ label, was, now }) => `${label[language]} ${was[language]} → ${now[language]}`).join('；')

/** Refuses a paper about a thing that is not as it was, and says line by line what is different. */
export const overtakenBy = (changed: readonly Changed[]) =>
  approvalProblems('approval.overtaken', { what: inWords(changed, 'zh'), whatEn: inWords(changed, 'en'), changed })
