import { type Row, table } from './claims/table.ts';

const HEADLINES: readonly Row[] = [
  ['12 dead in mine blast, 10 of them contractors', 'killed 12 people', 'killed 10 people'],
  ['Ferry disaster kills 40, including 12 children', 'killed 40 people', 'killed 12 children'],
  ['Storm leaves 3 dead, 20 missing', 'killed 3 people', 'missing 20 people'],
  ['Raid frees 60 hostages', 'freed 60 hostages'],
  ['Police arrest 14 after stadium riot', 'detained 14 people'],
];

const TOLLS: readonly Row[] = [
  ['The toll stood at 18 dead and 40 injured.', 'killed 18 people', 'wounded 40 people'],
  ['The number of injured climbed to 90.', 'wounded 90 people'],
  ['Officials raised the death toll from 12 to 18.', 'killed 12 people', 'killed 18 people'],
  [
    'The crash killed all 12 people on board, including a family of five.',
    'killed 12 people',
    'killed 5 family',
  ],
  ['Nineteen people were crushed to death and 342 injured.', 'killed 19 people', 'wounded 342 people'],
  ['Among those killed were two Australians.', 'killed 2 Australians'],
  [
    'Hospitals treated 104 patients, of whom 12 later died.',
    'other:hospitalised 104 patients',
    'killed 12 patients',
  ],
  ['Of the 19 dead, 11 were foreigners.', 'killed 19 people', 'killed 11 people'],
  ['The dead included four nurses.', 'killed 4 nurses'],
  ['Seven people are in critical condition.', 'wounded 7 people'],
  ['No one was killed but at least 12 people were wounded in the bombing.', 'wounded ≥12 people'],
  [
    'About 100 Latvian soldiers had been killed and another 1,000 wounded.',
    'killed ~100 Latvian soldiers',
    'wounded 1000 Latvian soldiers',
  ],
  ['The explosion left 3 people dead.', 'killed 3 people'],
  ['One woman was killed and three men were injured.', 'killed 1 woman', 'wounded 3 men'],
  ['The 19 people killed were crushed in a tunnel.', 'killed 19 people'],
  ['Two of the dead were sisters.', 'killed 2 people'],
];

const THINGS: readonly Row[] = [
  ['Two bombs landed inside the camp.', 'launched 2 bombs'],
  ['Four bombs were dropped on the airfield.', 'launched 4 bombs'],
  ['The gunman fired more than 1,100 rounds.', 'launched >1100 rounds'],
  ['The raid destroyed five tents.', 'destroyed 5 tents'],
  ['The refinery fire consumed 30 tankers.', 'destroyed 30 tankers'],
  ['Some 20,000 refugees live in the camp.', 'displaced ~20000 refugees'],
  ['The ferry was carrying 300 passengers.', 'other:aboard 300 passengers'],
  ['At least 527 people were taken to hospitals.', 'other:hospitalised ≥527 people'],
  ['The group has killed 900 people since 2019.', 'killed 900 people'],
  ['The navy intercepted 12 smuggling boats.', 'intercepted 12 smuggling boats'],
  ['The militia lost 40 tanks.', 'destroyed 40 tanks'],
  ['The region lost 30% of its territory.', 'area-taken 30 territory'],
  ['The army gained 45 square kilometres in a week.', 'area-taken 45 km2'],
  ['The airline cut 600 jobs.', 'dismissed 600 jobs'],
  ['The league dismissed eight referees.', 'dismissed 8 referees'],
  ['Rescuers saved 15 whales.', 'rescued 15 whales'],
  ['The clinic tested 400 drivers.', 'other:tested 400 drivers'],
  ['About 250,000 households were left without power.', 'other:affected ~250000 households'],
  ['The union said 9,000 members took part in the march.', 'other:protesting 9000 members'],
  ['The insurer paid $40 million in damages.', 'money 40000000 damages'],
  ['Only about 8,000 Peruvian customers were affected.', 'other:affected ~8000 Peruvian customers'],
  ['The judge jailed 11 smugglers.', 'detained 11 smugglers'],
  ['Guards detained dozens of marchers.', 'detained dozens marchers'],
  ['Pirates took 12 sailors hostage.', 'captured 12 sailors'],
  ['Some 300 pilgrims were stranded.', 'other:affected ~300 pilgrims'],
];

const NOTHING: readonly Row[] = [
  ['The lake is 200 metres deep.'],
  ['The siege is in its 90th day.'],
  ['They met for two hours on Monday.'],
  ['The vote was postponed by three weeks.'],
  ['She turned 40 in prison.'],
  ['Mary Olsen, 43, leads the union.'],
  ['The pilot, aged 51, was alone.'],
  ['Exit 14 was blocked.'],
  ['The tower has 24 storeys.'],
  ['It was a one-off payment.'],
  ['The gap between the two is wide.'],
  ['Nobody counted the dead.'],
  ['A man was seen near the gate.'],
  ['The hall seats nobody now.'],
  ['The town fell at dawn.'],
  ['Many were killed.'],
  ['The captain gave no number.'],
  ['Every house was searched.'],
];

table('headlines', HEADLINES);
table('tolls', TOLLS);
table('things', THINGS);
table('nothing more', NOTHING);
