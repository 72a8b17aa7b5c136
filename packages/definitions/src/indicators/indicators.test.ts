import { readFileSync } from 'node:fs'
import { countedTwice, type Indicator, proposeBindings, treeWords } from '@guatu/core/indicator'
import { firstVersion, planFromText, startReview } from '@guatu/core/plan'
import { reportFromPlain } from '@guatu/core/text'
import { describe, expect, test } from 'vitest'
import { registers } from '../registers/index.ts'
import { crosswalk, indicators, measures, shared } from './index.ts'

const named = (id: string): Indicator => {
  const found = indicators.find((one) => one.id === id)
  if (!found) throw new Error(`no indicator ${id}`)
  return found
}

test('对照表和共用表里的指标都在', () => {
  for (const { indicator } of crosswalk) expect(named(indicator).proxy, indicator).toBeUndefined()
  for (const id of shared.flat()) expect(named(id).id).toBe(id)
})

test('每个指标都说得出一句口径，两种文字', () => {
  for (const { id, of } of indicators) {
    const { zh, en } = treeWords(of, measures)
    expect(zh, id).not.toMatch(/undefined|\bnull\b/)
    expect(zh.length * en.length, id).toBeGreaterThan(0)
  }
  expect(treeWords(named('practiceActivities').of, measures).zh).toBe('本年「文明实践活动」（活动台账）的条数')
})

describe('ALG-19 一数一用', () => {
  const again = (wanted: string, ...used: string[]) =>
    countedTwice(named(wanted), used.map(named), { registers, shared }).map(({ id }) => id)
  test.each<[string, string, string[], string[]]>([
    ['停车位与宜停车泊位是两样，不会重数', 'berthsOnline', ['parkingSpacesAdded'], []],
    ['规上工业企业已在四上企业里', 'industryEnrolled', ['fourUpEnrolled'], ['fourUpEnrolled']],
    ['三张投资清单各是各的', 'socialInvested', ['governmentInvested', 'crossStreetInvested'], []],
    ['一场展会有场次也有面积，书里写明', 'exhibitionArea', ['exhibitionsHeld'], []],
    ['安全演练与三防演练可能是同一场', 'floodDrills', ['drills'], ['drills']],
    ['同一个指标不能顶两个目标', 'practiceActivities', ['practiceActivities'], ['practiceActivities']],
    ['文明实践与文体活动按类别分开', 'practiceActivities', ['cultureEvents'], []],
  ])('%s', (_, wanted, used, twice) => {
    expect(again(wanted, ...used)).toEqual(twice)
  })
})

describe('另一份报告的说法', () => {
  const proposed = (sentence: string) => {
    const text = reportFromPlain(`重点工作任务\n一、抓建设\n1.推进建设。${sentence}\n`)
    const reading = planFromText(text)
    const { tasks } = firstVersion(reading, startReview(reading), text.text, 'source')
    const targets = tasks.flatMap((task) => task.targets.map((target) => ({ target, task })))
    return proposeBindings(targets, indicators).map(({ indicator, sure }) => [indicator, sure])
  }
  test.each<[string, string, boolean]>([
    ['完成老旧小区改造6栋。', 'buildingsRenewed', true],
    // So many estates are not so many buildings: a person has to look.
    ['完成老旧小区改造3个。', 'buildingsRenewed', false],
    ['全年新增规上企业16家。', 'industryEnrolled', true],
  ])('%s 提出 %s，有没有把握：%s', (sentence, indicator, sure) => {
    expect(proposed(sentence)).toEqual([[indicator, sure]])
  })
})

describe('示例报告的目标，按字面和单位找指标', () => {
  const text = reportFromPlain(
    readFileSync(new URL('../../../../examples/work-report-2023.txt', import.meta.url), 'utf8'),
  )
  const reading = planFromText(text)
  const plan = firstVersion(reading, startReview(reading), text.text, 'source')
  const targets = plan.tasks.flatMap((task) =>
    task.targets.filter(({ kind }) => kind === 'target').map((target) => ({ target, task })),
  )
  const proposals = proposeBindings(targets, indicators)
  const found = Object.fromEntries(
    targets.map(({ target }) => [target.code, proposals.find((one) => one.target === target.key)?.indicator ?? null]),
  )
  // Written down by hand from the report.
  const wanted: Readonly<Record<string, string | null>> = {
    'T1.1': 'topOrganisersLanded',
    'T2.5': 'exhibitionsHeld',
    'T2.6': 'exhibitionArea',
    'T15.3': 'industrialLandReserved',
    'T16.2': 'roadsPrepared',
    'T16.5': 'deadEndsCleared',
    'T17.1': 'grossOutput',
    'T17.2': 'grossOutputGrowth',
    'T18.1': 'governmentInvested',
    'T18.2': 'socialInvested',
    'T18.3': 'crossStreetInvested',
    'T19.2': 'investmentEvents',
    'T19.3': 'keyProjectsLanded',
    'T19.4': 'firmsRegistered',
    'T19.5': 'newFirmsOutput',
    'T20.2': 'littleGiantsRecognised',
    'T20.3': 'specialisedRecognised',
    'T20.4': 'industryEnrolled',
    'T21.1': 'advancedShare',
    'T22.1': 'newIndustryParks',
    'T26.1': 'serviceGrowth',
    'T26.2': 'retailGrowth',
    'T27.8': 'gasVillagesCompleted',
    'T28.1': 'parkingSpacesAdded',
    'T28.2': 'berthsOnline',
    'T28.3': 'nonMotorLanes',
    'T28.5': 'trafficHazardsClosed',
    'T29.2': 'buildingsRenewed',
    'T29.3': 'householdsRenewed',
    'T30.1': 'practiceActivities',
    'T31.1': 'pm25Mean',
    'T31.2': 'goodAirDays',
    'T39.3': 'rentalUnitsRaised',
    'T41.1': 'unionFederations',
    'T42.2': 'familyEduEvents',
    'T42.3': 'mentalHealthEvents',
    'T43.2': 'leagueBranchesNew',
    'T44.1': 'volunteerFederations',
    'T45.2': 'cultureEvents',
    'T45.3': 'festivalShows',
    'T45.4': 'readingSalons',
    'T46.1': 'assistPurchases',
    'T49.1': 'lawEntryEvents',
    'T53.1': 'parksAccepted',
    'T57.1': 'arbitrationClearance',
  }
  const codes = Object.keys(wanted)
  const sure = targets.filter(({ target }) => proposals.some((one) => one.target === target.key && one.sure))

  test('多数找得对，认准的没有一个错', () => {
    const right = codes.filter((code) => wanted[code] !== null && found[code] === wanted[code])
    const wrong = codes.filter((code) => found[code] !== null && found[code] !== wanted[code])
    console.info(
      `proposed right ${right.length} of ${codes.filter((code) => wanted[code]).length}, wrong ${wrong.join(' ') || 'none'}`,
    )
    expect(Object.keys(found)).toEqual(codes)
    expect(right.length).toBeGreaterThanOrEqual(40)
    expect(sure.map(({ target }) => [target.code, found[target.code]])).toEqual(
      sure.map(({ target }) => [target.code, wanted[target.code]]),
    )
  })
})
