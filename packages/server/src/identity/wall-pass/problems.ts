import { catalogue } from '@guatu/core/shared'

export const wallPassProblems = catalogue({
  'wall_pass.code_void': {
    kind: 'notFound',
    says: () => ({
      zh: '这个大屏凭证的代码无效：写错了，已经用过，或已过期。',
      en: 'This code of a wall pass opens nothing: mistyped, used already, or too old.',
    }),
    next: { zh: '请督查专员重新发一个大屏凭证。', en: 'Ask the supervision clerk to issue a new wall pass.' },
  },
  'wall_pass.over': {
    kind: 'unauthenticated',
    says: (f: { screen: string }) => ({
      zh: `「${f.screen}」的大屏凭证已停用。`,
      en: `The wall pass of “${f.screen}” is no longer in force.`,
    }),
    next: { zh: '要继续显示，请督查专员重新发放。', en: 'Ask the supervision clerk for a new one to go on.' },
  },
  'wall_pass.until_past': {
    kind: 'invalid',
    says: (f: { until: string }) => ({
      zh: `到期日 ${f.until} 已经过去。`,
      en: `The last day ${f.until} is over already.`,
    }),
    next: { zh: '请另选一天，或不填到期日。', en: 'Choose another day, or leave it out.' },
  },
})
