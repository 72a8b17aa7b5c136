import { administrators, type Duty } from '../office/index.ts'

/** A figure that is a policy choice, with where it comes from. */
export interface Parameter<T> {
  readonly value: T
  readonly source: string
}

/** What an office asks of passwords, second factors, sign-ins and sessions: data, decided once and written down. */
export interface IdentityProfile {
  readonly id: string
  readonly password: {
    readonly charsMin: Parameter<number>
    /** Everything up to here is taken whole; nothing is ever cut off. */
    readonly charsMax: Parameter<number>
    /** Of capital letters, small letters, digits and other signs. */
    readonly classesMin: Parameter<number>
    /** How many of the last ones may not come again. */
    readonly lastRefused: Parameter<number>
    /** What has to be left of it once everything common is taken out, in characters. */
    readonly uncommonCharsMin: Parameter<number>
    readonly changeDays: Parameter<number>
    readonly changeDaysOfAdministrators: Parameter<number>
    readonly unusedDaysMax: Parameter<number>
  }
  readonly secondFactor: {
    /** Posts with one of these duties ask for it. */
    readonly duties: Parameter<readonly Duty[]>
    readonly stepSeconds: Parameter<number>
    /** How many steps before and after the present one count. */
    readonly window: Parameter<number>
  }
  readonly signIn: {
    readonly freeFailures: Parameter<number>
    readonly delaySecondsMax: Parameter<number>
    /** After this long without a failure the count begins anew. */
    readonly forgetHours: Parameter<number>
    readonly addressFailuresMax: Parameter<number>
    readonly addressMinutes: Parameter<number>
    readonly codeDays: Parameter<number>
    /** How long the steps of one sign-in may take. */
    readonly stepsMinutes: Parameter<number>
  }
  readonly session: {
    readonly idleMinutes: Parameter<number>
    readonly idleMinutesOfAdministrators: Parameter<number>
    readonly hoursMax: Parameter<number>
    /** It is noted that a session was seen at most this often. */
    readonly seenSeconds: Parameter<number>
    readonly keptDays: Parameter<number>
  }
}

const mlps = 'GB/T 22239-2019 第三级 8.1.4.1'
const asvs = 'OWASP ASVS 5.0.0'
const ours = '本单位规定（假定，可以改）'

/** For offices under 等保 level 3, with the parts of ASVS that do not contradict it. */
export const mlps3: IdentityProfile = {
  id: 'mlps3',
  password: {
    charsMin: { value: 12, source: `${mlps} a；${asvs} 6.2.1` },
    charsMax: { value: 128, source: `${asvs} 6.2.9：至少容许64个字符，不截断` },
    classesMin: { value: 3, source: `${mlps} a（复杂度要求；与 ${asvs} 6.2.5 不同，按等保）` },
    lastRefused: { value: 5, source: `${mlps} a` },
    uncommonCharsMin: { value: 5, source: `${asvs} 6.2.4、6.2.12` },
    changeDays: { value: 180, source: `${mlps} a（定期更换；与 ${asvs} 6.2.10 不同，按等保）` },
    changeDaysOfAdministrators: { value: 90, source: `${mlps} a（定期更换；与 ${asvs} 6.2.10 不同，按等保）` },
    unusedDaysMax: { value: 90, source: 'GB/T 22239-2019 第三级 8.1.4.2 c（停用多余的、过期的账户）' },
  },
  secondFactor: {
    duties: { value: [...administrators, 'supervisor'], source: `${mlps} d；${ours}` },
    stepSeconds: { value: 30, source: 'RFC 6238 §5.2' },
    window: { value: 1, source: 'RFC 6238 §5.2' },
  },
  signIn: {
    freeFailures: { value: 5, source: `${mlps} b` },
    delaySecondsMax: { value: 900, source: `${mlps} b；${asvs} 6.3.1：只延时，不锁死` },
    forgetHours: { value: 24, source: ours },
    addressFailuresMax: { value: 250, source: `${asvs} 6.3.1；一栋楼共用一个地址，取单账号限次的50倍` },
    addressMinutes: { value: 15, source: ours },
    codeDays: { value: 7, source: ours },
    stepsMinutes: { value: 10, source: `${asvs} 6.5.5` },
  },
  session: {
    idleMinutes: { value: 30, source: `${mlps} b；${asvs} 7.3.1` },
    idleMinutesOfAdministrators: { value: 10, source: `${mlps} b` },
    hoursMax: { value: 12, source: `${asvs} 7.3.2` },
    seenSeconds: { value: 60, source: ours },
    keptDays: { value: 180, source: '网络安全法：网络日志留存不少于六个月' },
  },
}
