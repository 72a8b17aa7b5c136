import { clockOf, type Instant } from '@guatu/core/shared'
import { locale } from './index.ts'

/** `2023-08-15` → `2023年8月15日`, in English `15 Aug 2023`. */
export const dayWords = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  if (locale() === 'zh-CN') return `${year}年${month}月${date}日`
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}

/** `2023-08-15` → `8月15日`, in English `15 Aug`. */
export const shortDayWords = (day: string): string => {
  const [, month, date] = day.split('-').map(Number)
  if (locale() === 'zh-CN') return `${month}月${date}日`
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}

/** A moment in the office's own time: `2023-08-15 09:30`. */
export const instantWords = (at: string): string => clockOf(at as Instant).slice(0, 16)
