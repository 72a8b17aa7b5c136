import type { Shared } from '@guatu/core/indicator'

/** One target of the books, by its id there, and the indicator that gives its number. */
export interface CatalogueLine {
  readonly book: string
  readonly indicator: string
}

const line = (book: string, indicator: string): CatalogueLine => ({ book, indicator })

/** 对照表: targets of the books whose numbers the declared registers feed. Names of reports stand nowhere in it. */
export const crosswalk: readonly CatalogueLine[] = [
  line('01-N1', 'topOrganisersLanded'),
  line('02-N1', 'exhibitionsHeld'),
  line('02-N2', 'exhibitionArea'),
  line('15-N1', 'industrialLandReserved'),
  line('16-N1', 'roadsPrepared'),
  line('16-M1', 'deadEndsCleared'),
  line('16-M2', 'deadEndsCleared'),
  line('17-N1', 'grossOutput'),
  line('17-N2', 'grossOutputGrowth'),
  line('18-N1', 'governmentInvested'),
  line('18-N2', 'socialInvested'),
  line('18-N3', 'crossStreetInvested'),
  line('19-N1', 'investmentEvents'),
  line('19-N2', 'keyProjectsLanded'),
  line('19-N3', 'firmsRegistered'),
  line('19-N4', 'newFirmsOutput'),
  line('20-N1', 'littleGiantsRecognised'),
  line('20-N2', 'specialisedRecognised'),
  line('20-N3', 'industryEnrolled'),
  line('21-N1', 'advancedShare'),
  line('22-N1', 'newIndustryParks'),
  line('26-N1', 'serviceGrowth'),
  line('26-N2', 'retailGrowth'),
  line('27-N1', 'gasVillagesApproved'),
  line('27-N1', 'gasVillagesCompleted'),
  line('27-N2', 'bottleClearance'),
  line('28-N1', 'parkingSpacesAdded'),
  line('28-N2', 'berthsOnline'),
  line('28-N3', 'nonMotorLanes'),
  line('28-N4', 'trafficHazardsClosed'),
  line('29-N1', 'buildingsRenewed'),
  line('29-N2', 'householdsRenewed'),
  line('30-N1', 'practiceActivities'),
  line('31-N1', 'pm25Mean'),
  line('31-N2', 'goodAirDays'),
  line('34-N1', 'drainageCoverage'),
  line('36-N1', 'illegalAreaDisposed'),
  line('36-N2', 'newIllegalOutstanding'),
  line('36-N3', 'patchesInTime'),
  line('T39.5', 'rentalUnitsRaised'),
  line('T41.1', 'unionFederations'),
  line('T42.2', 'familyEduEvents'),
  line('T42.3', 'mentalHealthEvents'),
  line('T43.2', 'communityLeagues'),
  line('T43.3', 'leagueBranchesNew'),
  line('T44.1', 'volunteerFederations'),
  line('T45.2', 'cultureEvents'),
  line('T45.3', 'festivalShows'),
  line('T45.4', 'readingSalons'),
  line('T46.1', 'villagesHelped'),
  line('T46.2', 'assistPurchases'),
  line('T49.1', 'monthThemeCompliance'),
  line('T49.2', 'lawEntryEvents'),
  line('T50.3', 'networkMatrix'),
  line('T51.3', 'reductionCommunities'),
  line('T53.1', 'parksAccepted'),
  line('T53.4', 'seriousAccidentsHappened'),
  line('T57.1', 'arbitrationClearance'),
  line('T60.2', 'tenMechanisms'),
]

/** 可共用: pairs of which one row may count for both, each because the books say so or count two things of one row. */
export const shared: Shared = [
  // §E1 02: one show is one of 60 and has its area.
  ['exhibitionsHeld', 'exhibitionArea'],
  // §E1 17: the level and its growth are said of the same published figure.
  ['grossOutput', 'grossOutputGrowth'],
  ['grossOutput', 'grossOutputComparable'],
  ['grossOutputGrowth', 'grossOutputComparable'],
  // §E1 27-N1: one village is approved and, when it is done, completed: two counters of one project.
  ['gasVillagesApproved', 'gasVillagesCompleted'],
  // §C T19: a firm's output is in the total of the office, and in that of the firms newly enrolled.
  ['grossOutput', 'newFirmsOutput'],
  ['grossOutputGrowth', 'newFirmsOutput'],
  ['serviceGrowth', 'newFirmsOutput'],
  // §C T16: a dead end is one of the roads.
  ['roadsPrepared', 'deadEndsCleared'],
  // §E1 29: one building renewed, and its households.
  ['buildingsRenewed', 'householdsRenewed'],
  // §E1 03-P2, 19-N3: shared by name.
  ['exhibitionLeadsLanded', 'firmsRegistered'],
  // A key project that lands registers a firm: the report asks for both numbers.
  ['keyProjectsLanded', 'firmsRegistered'],
]
