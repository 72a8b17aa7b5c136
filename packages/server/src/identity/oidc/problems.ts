import { catalogue } from '@guatu/core/shared'

export const oidcProblems = catalogue({
  'oidc.not_offered': {
    kind: 'notFound',
    says: () => ({
      zh: '本单位没有启用统一身份认证。',
      en: 'This office has no login system of its own in use.',
    }),
    next: { zh: '请用账号和口令登录。', en: 'Sign in with name and password.' },
  },
  'oidc.other_address': {
    kind: 'conflict',
    says: (f: { origin: string }) => ({
      zh: `统一身份认证只能从 ${f.origin} 进入。`,
      en: `The unit’s login works from ${f.origin} only.`,
    }),
    next: { zh: '请用这个网址打开挂图，再登录。', en: 'Open Guatu by that address and sign in there.' },
  },
  'oidc.attempt_unknown': {
    kind: 'notFound',
    says: () => ({
      zh: '这次统一身份认证登录已经用过、已经过期，或不是在这台浏览器上开始的。',
      en: 'This way through the unit’s login was used already, took too long, or did not begin in this browser.',
    }),
    next: { zh: '请从登录页重新开始。', en: 'Begin again at the sign-in page.' },
  },
  'oidc.unreachable': {
    kind: 'unavailable',
    says: () => ({
      zh: '统一身份认证系统没有应答，或应答不合要求。',
      en: 'The unit’s login system does not answer, or answers what it should not.',
    }),
    next: {
      zh: '请稍后再试，或用账号和口令登录；一直如此请告诉系统管理员。',
      en: 'Try later or sign in with name and password; if it stays, tell the system administrator.',
    },
  },
  'oidc.refused': {
    kind: 'unauthenticated',
    says: () => ({
      zh: '统一身份认证的答复没有通过核验，没有登录。',
      en: 'What the unit’s login answered did not stand up to our checks; nobody was signed in.',
    }),
    next: {
      zh: '请从登录页重新开始；再出现请告诉安全管理员。',
      en: 'Begin again at the sign-in page; if it happens again, tell the security administrator.',
    },
  },
  'oidc.unlinked': {
    kind: 'unauthenticated',
    says: () => ({
      zh: '这个统一身份认证账号还没有关联到本单位的人。',
      en: 'This account of the unit’s login is linked to nobody of the office.',
    }),
    next: {
      zh: '请安全管理员把它关联到您；现在可以先用账号和口令登录。',
      en: 'Ask the security administrator to link it to you; sign in with name and password meanwhile.',
    },
  },
  'oidc.no_post': {
    kind: 'forbidden',
    says: () => ({
      zh: '您今天没有在任的岗位，不能登录。',
      en: 'You hold no post today, so there is nothing to sign in to.',
    }),
    next: { zh: '请系统管理员办理任职。', en: 'Ask the system administrator about your post.' },
  },
  'oidc.link_taken': {
    kind: 'conflict',
    says: () => ({
      zh: '这个统一身份认证账号已关联别人，或这个人已有关联。',
      en: 'This account is linked to somebody already, or the person has a link already.',
    }),
    next: { zh: '请先解除原来的关联。', en: 'End the earlier link first.' },
  },
  'oidc.issuer_unsafe': {
    kind: 'invalid',
    says: () => ({
      zh: '颁发者地址要以 https:// 开头，不带参数。',
      en: 'The issuer has to be an https:// address without a query.',
    }),
    next: { zh: '请照统一身份认证系统给的 issuer 原样填写。', en: 'Copy the issuer as the login system gives it.' },
  },
  'oidc.provider_ended': {
    kind: 'conflict',
    says: () => ({
      zh: '这份统一身份认证设置已经停用或已被替换。',
      en: 'These settings of the unit’s login are ended or replaced.',
    }),
    next: { zh: '请刷新后再看。', en: 'Reload and look again.' },
  },
})
