import { choice, coordinates, count, date, evidence, percentage, register, row, text } from '@guatu/core/fact'
import { everybody } from './access.ts'
import { belonging, book1, provenance, say } from './common.ts'

/** 停车供需调查: one zone on one day, its usable spaces and its vehicles as numbers; no plate is ever noted. */
export const parkingSurvey = register({
  id: 'parkingSurvey',
  label: say('停车供需调查', 'Surveys of parking'),
  prefix: 'TCDC',
  columns: {
    zoneNo: text(say('片区编号', 'Zone'), 40, { required: true }),
    name: text(say('片区名称', 'Name'), 120, { required: true }),
    ...belonging,
    zoneKind: choice(
      say('片区类型', 'Kind of zone'),
      [
        ['residential', '居住', 'Homes'],
        ['industrial', '工业', 'Industry'],
        ['commercial', '商业', 'Commerce'],
      ],
      { required: true },
    ),
    object: row(say('管理单元', 'Place'), 'place'),
    surveyedOn: date(say('调查日期', 'Surveyed on'), { required: true, notInFuture: true }),
    surveyTime: choice(
      say('调查时段', 'Time of day'),
      [
        ['night', '22–24时', '22 to 24 h'],
        ['morning', '10–11时', '10 to 11 h'],
        ['afternoon', '15时', '15 h'],
      ],
      { required: true },
    ),
    spacesMarked: count(say('划线车位', 'Spaces marked'), '个', { required: true }),
    spacesMechanical: count(say('其中机械车位', 'Mechanical ones of them'), '个', { required: true }),
    spacesUsable: count(say('可用车位', 'Spaces that can be used'), '个', { required: true }),
    vehicles: count(say('停放车辆数', 'Vehicles parked'), '辆', { required: true }),
    occupancy: percentage(say('车位占用率', 'Occupancy')),
    place: coordinates(say('范围', 'Extent'), ['polygon', 'point']),
    evidence: evidence(say('佐证材料', 'Evidence'), ['E2', 'E4']),
    ...provenance,
  },
  key: ['zoneNo', 'surveyedOn', 'surveyTime'],
  rules: [
    { kind: 'inOrder', columns: ['spacesMechanical', 'spacesMarked'] },
    { kind: 'inOrder', columns: ['spacesUsable', 'spacesMarked'] },
    {
      kind: 'must',
      column: 'surveyTime',
      when: { column: 'zoneKind', is: 'residential' },
      holds: { column: 'surveyTime', is: 'night' },
      says: say('居住片区在22–24时调查', 'zones of homes are surveyed between 22 and 24 h'),
    },
  ],
  geometry: 'place',
  privacy: 'L1',
  evidence: 'evidence',
  access: everybody,
  feeds: [
    {
      gives: { quantity: 'spacesUsable' },
      datedBy: 'surveyedOn',
      serves: { measure: 'parkingSupply' },
      about: 'zoneNo',
      says: say('片区可用车位', 'Spaces that can be used'),
    },
    {
      gives: { quantity: 'vehicles' },
      datedBy: 'surveyedOn',
      serves: { measure: 'parkingDemand' },
      about: 'zoneNo',
      says: say('片区停放车辆', 'Vehicles parked'),
    },
  ],
  source: book1('§A10 ALG-16、§A9.5、§C T28'),
})
