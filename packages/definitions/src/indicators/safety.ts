import { curves } from './curves.ts'
import { added, book2, counted, inTime } from './say.ts'

/** 平安、应急、劳动、党建 (tasks 47–62). */
export const safety = [
  counted('clueReplyRate', '线索按时回复率', 'Clues answered in time', '%', book2('§D T47.1'), {
    of: { kind: 'latest', measure: 'clueReplies' },
    rollsUp: 'never',
    judged: 'level',
    proxy: true,
  }),
  counted('keyPlacePatrols', '重点场所巡控', 'Patrols of key places', '次', book2('§D T47.2'), { proxy: true }),
  inTime(
    'drugPlaceHazards',
    '涉毒场所隐患整改率',
    'Hazards of drug places closed',
    'drugPlaceHazardsClosed',
    'drugPlaceHazardsDue',
    book2('§D T47.3'),
    { proxy: true },
  ),
  counted('hotspotsRemoved', '摘牌的治安难点', 'Hotspots removed', '处', book2('§D T47.4'), { proxy: true }),
  counted('stabilityTrainings', '维稳培训', 'Trainings in stability', '场', book2('§D T47.6'), { proxy: true }),
  counted('lawEntryEvents', '法律五进活动', 'Law publicity in five places', '场', book2('§D T49.2'), {
    curve: curves.law,
    alsoSaid: ['法律“五进”', '普法活动'],
  }),
  added('buildingHeadsTrained', '楼栋长培训人数', 'Building heads trained', '人', book2('§D T50.2'), { proxy: true }),
  added('gridPostsFilled', '网格岗位配备', 'Grid posts filled', '个', book2('§D T50.4'), {
    proxy: true,
    of: { kind: 'sum', measure: 'gridPostsFilled', within: 'ever' },
  }),
  counted('fiveBases', '五基建设得分', 'Lowest of the five scores', '分', book2('§D T51.1'), {
    of: { kind: 'latest', measure: 'fiveBasesScore' },
    rollsUp: 'never',
    judged: 'level',
    proxy: true,
  }),
  counted('drills', '应急演练', 'Drills', '场', book2('§D T51'), { proxy: true }),
  counted('commitmentsSigned', '签订安全生产承诺书', 'Commitments signed', '份', book2('§D T52.1'), { proxy: true }),
  counted('selfChecks', '企业自查', 'Self-checks', '次', book2('§D T52.2'), { proxy: true }),
  added('safetyTrained', '安全培训人数', 'People trained in work safety', '人', book2('§D T52.3'), { proxy: true }),
  counted('parksAccepted', '工业园区整治验收', 'Parks accepted', '家', book2('§D T53.1'), {
    curve: curves.backEnd,
    judged: 'coverage',
    grain: 'place',
    alsoSaid: ['园区整治验收'],
  }),
  inTime(
    'tierOnTime',
    '分级巡查按时率',
    'Tiered inspections in time',
    'tierInspectionsInTime',
    'tierInspectionsDue',
    book2('§D T53.3'),
    { proxy: true },
  ),
  counted('seriousAccidentsHappened', '重特大事故', 'Serious accidents', '起', book2('§D T53.4'), {
    of: { kind: 'sum', measure: 'seriousAccidents' },
    judged: 'zeroEvent',
  }),
  inTime(
    'hazardClosure',
    '安全隐患按期整改率',
    'Hazards closed in time',
    'hazardsClosedInTime',
    'hazardsDue',
    book2('§D T53.5'),
    { proxy: true },
  ),
  counted('electricityTreated', '用电治理的城中村', 'Villages whose wiring is treated', '个', book2('§D T54.2'), {
    curve: curves.backEnd,
    proxy: true,
  }),
  inTime(
    'gasHazardClosure',
    '燃气隐患整改率',
    'Gas hazards closed',
    'gasHazardsClosed',
    'gasHazardsDue',
    book2('§D T54.3'),
    { proxy: true },
  ),
  added('techDevices', '技防设备', 'Devices installed', '套', book2('§D T54.4'), {
    curve: curves.backEnd,
    proxy: true,
  }),
  counted('constructionPatrols', '建设领域巡查', 'Construction patrols', '次', book2('§D T55.2'), { proxy: true }),
  counted('houseHazardsHandled', '处置的隐患自建房', 'Houses handled', '栋', book2('§D T55.3'), {
    curve: curves.backEnd,
    proxy: true,
  }),
  counted('slopesWrittenOff', '核销的边坡', 'Slopes written off', '处', book2('§D T55.4'), {
    curve: curves.backEnd,
    proxy: true,
    alsoSaid: ['边坡治理', '边坡核销'],
  }),
  counted('trafficOperations', '交通整治行动', 'Traffic operations', '次', book2('§D T56.1'), { proxy: true }),
  counted('trafficModes', '当月用到的整治方式', 'Modes of operation in use', '种', book2('§D T56.2'), {
    of: { kind: 'distinct', measure: 'trafficOperations', within: 'month' },
    rollsUp: 'never',
    judged: 'level',
    proxy: true,
  }),
  counted('segmentCoverage', '当月整治过的路段', 'Segments operated on in the month', '条', book2('§D T56.3'), {
    of: { kind: 'distinct', measure: 'trafficSegments', within: 'month' },
    rollsUp: 'never',
    judged: 'level',
    proxy: true,
  }),
  counted('arbitrationClearance', '清案率', 'Clearance rate', '%', book2('§D T57.1、§B4'), {
    of: { kind: 'latest', measure: 'clearanceRate' },
    rollsUp: 'never',
    judged: 'level',
    alsoSaid: ['劳动仲裁清案率'],
  }),
  counted('labourInspections', '劳动监察检查', 'Labour inspections', '次', book2('§D T57.3'), { proxy: true }),
  counted('waterloggingReady', '备汛完成的内涝点', 'Waterlogging points ready', '个', book2('§D T58.2'), {
    proxy: true,
  }),
  counted('floodDrills', '三防演练', 'Flood drills', '场', book2('§D T58.5'), { proxy: true }),
  counted('recruitEvents', '征兵宣传', 'Recruitment events', '场', book2('§D T59.1'), { proxy: true }),
  counted('doubleSupportEvents', '双拥活动', 'Double-support events', '场', book2('§D T59.4'), { proxy: true }),
  counted('bigStudyClasses', '大学习大培训班次', 'Big-study classes', '期', book2('§D T61.3'), { proxy: true }),
  counted('seatsFilled', '社区党委班子席位', 'Seats filled', '个', book2('§D T62.2'), {
    of: { kind: 'count', measure: 'seatsFilled', within: 'ever' },
    proxy: true,
  }),
] as const
