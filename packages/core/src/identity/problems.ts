import { catalogue } from '../shared/index.ts'

const askSecurity = {
  zh: '请联系本单位安全管理员，由其重新签发一次性口令码。',
  en: 'Ask the security administrator of your office for a new one-time code.',
}
const choose = { zh: '请换一个口令，再提交一次。', en: 'Choose another password and submit it.' }

export const identityProblems = catalogue({
  'identity.refused': {
    kind: 'unauthenticated',
    says: () => ({ zh: '账号或口令不对。', en: 'The account or the password is wrong.' }),
    next: {
      zh: '请核对后再试；忘记口令请联系本单位安全管理员。',
      en: 'Check both and try again; if you forgot it, ask the security administrator of your office.',
    },
  },
  'identity.code_refused': {
    kind: 'unauthenticated',
    says: () => ({
      zh: '账号或一次性口令码不对，或口令码已用过、已作废、已过期。',
      en: 'The account or the one-time code is wrong, or the code is used, void or out of date.',
    }),
    next: askSecurity,
  },
  'identity.step_refused': {
    kind: 'unauthenticated',
    says: () => ({ zh: '动态码不对，或已经用过。', en: 'The code of the app is wrong, or was used already.' }),
    next: {
      zh: '请等手机上换出下一个动态码再输入；手机时间要准。',
      en: 'Wait for the next code and type that; the clock of the phone has to be right.',
    },
  },
  'identity.steps_over': {
    kind: 'conflict',
    says: () => ({ zh: '这次登录已经过期。', en: 'This sign-in has taken too long and is over.' }),
    next: { zh: '请从登录页重新开始。', en: 'Begin again at the sign-in page.' },
  },
  'identity.wait': {
    kind: 'tooMany',
    says: (f: { seconds: number }) => ({
      zh: `连续失败次数较多，请在${f.seconds}秒后再试；在此之前输入的不会核对。`,
      en: `Too many failures in a row; try again in ${f.seconds} seconds. Nothing is looked at before then.`,
    }),
    next: {
      zh: '账号没有锁死，到时即可再试；不是本人操作请告诉安全管理员。',
      en: 'The account is not locked. If it was not you, tell the security administrator.',
    },
  },
  'identity.busy': {
    kind: 'unavailable',
    says: () => ({ zh: '现在登录的人太多，没有核对口令。', en: 'Too many people are signing in right now.' }),
    next: { zh: '请过几秒再试一次。', en: 'Try again in a few seconds.' },
  },
  'identity.unused': {
    kind: 'forbidden',
    says: (f: { days: number }) => ({
      zh: `这个账号已有${f.days}天没有使用，已停用。`,
      en: `This account has not been used for ${f.days} days and is not let in.`,
    }),
    next: askSecurity,
  },
  'identity.no_post': {
    kind: 'forbidden',
    says: () => ({ zh: '口令正确，但您今天没有任何岗位。', en: 'That was right, but you hold no post today.' }),
    next: {
      zh: '请联系本单位系统管理员核对任职。',
      en: 'Ask the system administrator of your office about your post.',
    },
  },
  'identity.factor_first': {
    kind: 'forbidden',
    says: (f: { post: string }) => ({
      zh: `${f.post}登录时要动态码，这次登录没有用过。`,
      en: `The post ${f.post} asks for a code of the app, which this sign-in did not.`,
    }),
    next: {
      zh: '请退出后重新登录，按提示绑定手机上的动态码，再切换岗位。',
      en: 'Sign out and in again, bind the app on your phone as asked, then switch posts.',
    },
  },
  'identity.not_formal': {
    kind: 'conflict',
    says: () => ({
      zh: '示例和试用的单位不用登录。',
      en: 'A sample office and an office on trial have no sign-in.',
    }),
    next: { zh: '请在「单位」页直接选定身份。', en: 'Take a seat on the page of offices.' },
  },
  'identity.password_short': {
    kind: 'invalid',
    says: (f: { chars: number }) => ({
      zh: `口令至少${f.chars}个字符。`,
      en: `A password has at least ${f.chars} characters.`,
    }),
    next: choose,
  },
  'identity.password_long': {
    kind: 'invalid',
    says: (f: { chars: number }) => ({
      zh: `口令最多${f.chars}个字符。`,
      en: `A password has at most ${f.chars} characters.`,
    }),
    next: choose,
  },
  'identity.password_plain': {
    kind: 'invalid',
    says: (f: { classes: number }) => ({
      zh: `口令须含大写字母、小写字母、数字、其他符号中的至少${f.classes}类。`,
      en: `A password has at least ${f.classes} of: capital letters, small letters, digits, other signs.`,
    }),
    next: choose,
  },
  'identity.password_name': {
    kind: 'invalid',
    says: () => ({ zh: '口令里不能有账号名。', en: 'The account’s name may not stand in the password.' }),
    next: choose,
  },
  'identity.password_common': {
    kind: 'invalid',
    says: () => ({
      zh: '这个口令由常见的词和数字拼成，容易被猜到。',
      en: 'This password is put together from common words and digits, and easily guessed.',
    }),
    next: choose,
  },
  'identity.password_again': {
    kind: 'invalid',
    says: (f: { last: number }) => ({
      zh: `不能再用最近${f.last}个口令中的一个。`,
      en: `It is one of your last ${f.last} passwords.`,
    }),
    next: choose,
  },
  'identity.old_refused': {
    kind: 'invalid',
    says: () => ({ zh: '您现在用的口令不对。', en: 'That is not the password you have now.' }),
    next: { zh: '请核对后再提交。', en: 'Check it and submit it again.' },
  },
  'identity.factor_on': {
    kind: 'conflict',
    says: () => ({ zh: '您已经启用动态码。', en: 'Your second factor is on already.' }),
    next: { zh: '换手机请先停用，再重新启用。', en: 'For another phone turn it off first, then on again.' },
  },
  'identity.factor_off': {
    kind: 'conflict',
    says: () => ({ zh: '您没有启用动态码。', en: 'You have no second factor that is on.' }),
    next: { zh: '请刷新后再看。', en: 'Reload and look again.' },
  },
  'identity.factor_asked': {
    kind: 'conflict',
    says: () => ({
      zh: '您的岗位登录时要动态码，不能自己停用。',
      en: 'Your post asks for a second factor, so it cannot be turned off.',
    }),
    next: {
      zh: '换手机请联系本单位安全管理员重新签发一次性口令码，用它设口令时重新绑定。',
      en: 'For another phone ask the security administrator of your office for a new one-time code; you bind it with that.',
    },
  },
  'identity.own_code': {
    kind: 'forbidden',
    says: () => ({
      zh: '不能给自己签发口令码。',
      en: 'Nobody issues a code to themselves.',
    }),
    next: { zh: '请由另一位安全管理员签发。', en: 'Ask another security administrator.' },
  },
  'identity.own_account': {
    kind: 'forbidden',
    says: () => ({ zh: '不能停用自己的账号。', en: 'Nobody disables their own account.' }),
    next: { zh: '请由另一位安全管理员办理。', en: 'Ask another security administrator.' },
  },
  'identity.last_security': {
    kind: 'conflict',
    says: (f: { name: string }) => ({
      zh: `停用「${f.name}」以后，本单位就没有能用账号的安全管理员了，谁的账号都恢复不了。`,
      en: `Without ${f.name} the office would have no security administrator who gets in, and nobody to enable accounts.`,
    }),
    next: {
      zh: '请先任命另一位安全管理员并确认，再来停用。',
      en: 'Appoint another security administrator and have it confirmed, then disable this account.',
    },
  },
  'identity.no_login_name': {
    kind: 'conflict',
    says: (f: { name: string }) => ({
      zh: `「${f.name}」还没有登录账号。`,
      en: `${f.name} has no login name yet.`,
    }),
    next: { zh: '请先在花名册中给出账号。', en: 'Give one in the roster first.' },
  },
})
