import { type Row, table } from './claims/table.ts';

const MISSING: readonly Row[] = [
  ['Fourteen hikers are still missing.', 'missing 14 hikers'],
  ['About 50 residents remain unaccounted for.', 'missing ~50 residents'],
  ['Two divers vanished off the reef.', 'missing 2 divers'],
  ['The mudslide left 29 people missing.', 'missing 29 people'],
  ['Ten dead, 35 missing after ferry sinks', 'killed 10 people', 'missing 35 people'],
];

const DISPLACED: readonly Row[] = [
  ['The floods displaced 45,000 people.', 'displaced 45000 people'],
  ['Some 3,000 residents were evacuated.', 'displaced ~3000 residents'],
  ['More than 2 million people have fled their homes.', 'displaced >2000000 people'],
  ['The fire left 120 families homeless.', 'displaced 120 families'],
  ['Thousands of villagers were forced from their homes.', 'displaced thousands villagers'],
  [
    'The quake caused the deaths of 90 people and the displacement of 4,000 others.',
    'killed 90 people',
    'displaced 4000 people',
  ],
];

const DETAINED: readonly Row[] = [
  ['Police arrested 63 demonstrators.', 'detained 63 demonstrators'],
  ['Eight suspects were detained overnight.', 'detained 8 suspects'],
  ['Officers made 27 arrests.', 'detained 27 arrests'],
  ['Two men were taken into custody.', 'detained 2 men'],
  ['Five brokers remain in custody.', 'detained 5 brokers'],
  ['The court jailed three smugglers.', 'detained 3 smugglers'],
];

const RESCUED: readonly Row[] = [
  ['Crews rescued 38 sailors.', 'rescued 38 sailors'],
  ['Nine children were pulled from the rubble.', 'rescued 9 children'],
  ['Only six passengers survived.', 'rescued 6 passengers'],
  ['Helicopters airlifted 75 campers to safety.', 'rescued 75 campers'],
];

const HEALTH: readonly Row[] = [
  ['The virus has infected 5,400 people.', 'infected 5400 people'],
  ['The island reported 212 new cases.', 'infected 212 new cases'],
  ['Twelve nurses tested positive.', 'infected 12 nurses'],
  ['About 90 guests fell ill after the banquet.', 'infected ~90 guests'],
  ['Clinics vaccinated 60,000 children.', 'other:vaccinated 60000 children'],
  ['Some 25 patients were hospitalised.', 'other:hospitalised ~25 patients'],
  ['There were 44 confirmed cases of cholera in the camp.', 'infected 44 confirmed cases'],
];

const DESTROYED: readonly Row[] = [
  ['The wildfire destroyed 340 homes.', 'destroyed 340 homes'],
  ['Eighty houses were reduced to rubble.', 'destroyed 80 houses'],
  ['The storm flattened dozens of barns.', 'destroyed dozens barns'],
  ['The flames scorched 12,000 acres.', 'destroyed 12000 acre'],
  ['At least 15 bridges were washed away.', 'destroyed ≥15 bridges'],
  ['Hail damaged 400 cars.', 'other:damaged 400 cars'],
  ['Some 70 houses were damaged or destroyed.', 'destroyed ~70 houses'],
];

const MONEY: readonly Row[] = [
  ['The minister pledged $5.6 billion for roads.', 'money 5600000000 roads'],
  ['The bank paid a fine of £40 million.', 'money 40000000 fine'],
  ['Thieves stole €2.5m from the vault.', 'money 2500000 EUR'],
  ['The firm agreed to pay a record $115 million.', 'money 115000000 USD'],
  ['Damage is put at more than $3 billion.', 'money >3000000000 Damage'],
];

const WORK: readonly Row[] = [
  ['The carmaker laid off 1,500 workers.', 'dismissed 1500 workers'],
  ['The bank will cut 900 jobs.', 'dismissed 900 jobs'],
  ['Forty teachers were fired.', 'dismissed 40 teachers'],
  ['The plant laid 300 welders off in March.', 'dismissed 300 welders'],
  ['Six ministers resigned on Tuesday.', 'dismissed 6 ministers'],
  ['The closure led to 250 job losses.', 'dismissed 250 job losses'],
];

const VOTES: readonly Row[] = [
  ['She won 52% of the vote.', 'vote 52 vote'],
  ['The motion passed with 311 votes.', 'vote 311 votes'],
  ['Some 18 million citizens voted.', 'vote ~18000000 citizens'],
  ['Turnout was 64 percent.', 'vote 64 percent'],
  ['Deputies voted 312-88 to end the strike.', 'vote 312 votes', 'vote 88 votes'],
  ['The Senate passed the bill 61 to 30.', 'vote 61 votes', 'vote 30 votes'],
];

const CROWDS: readonly Row[] = [
  ['About 800 protesters marched through the square.', 'other:protesting ~800 protesters'],
  ['Hundreds gathered outside the court.', 'other:protesting hundreds people'],
  ['Tens of thousands of students took to the streets.', 'other:protesting tens of thousands students'],
  ['The breach affected 78 million customers.', 'other:affected 78000000 customers'],
  ['Hackers stole the details of 15 million users.', 'other:affected 15000000 users'],
  ['The storm left 40,000 households without power.', 'other:affected 40000 households'],
  ['The jet was carrying 132 passengers.', 'other:aboard 132 passengers'],
  ['All 87 people aboard survived.', 'rescued 87 people'],
  ['Ferry toll rises to 18 as search goes on', 'killed 18 people'],
  ['Sixteen miners are trapped underground.', 'other:trapped 16 miners'],
  ['Prosecutors charged 11 traders.', 'other:charged 11 traders'],
];

table('missing', MISSING);
table('displaced', DISPLACED);
table('detained', DETAINED);
table('rescued', RESCUED);
table('health', HEALTH);
table('destroyed', DESTROYED);
table('money', MONEY);
table('work', WORK);
table('votes', VOTES);
table('crowds', CROWDS);
