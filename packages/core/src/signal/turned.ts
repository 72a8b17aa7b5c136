import { type Light, worse } from './light.ts'

const alarming: readonly Light[] = ['yellow', 'orange', 'red']

/** 转黄转红: whether a light alarms now and was better, or not there at all, before. */
export const turnedWorse = (before: Light | null, now: Light): boolean =>
  alarming.includes(now) && (before === null || (before !== now && worse(before, now) === now))
