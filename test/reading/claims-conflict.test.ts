import { type Row, table } from './claims/table.ts';

const KILLED: readonly Row[] = [
  ['Shelling killed 12 people in the port of Ostrel on Monday.', 'killed 12 people'],
  ['At least 30 villagers were killed when the dam road was bombed.', 'killed ≥30 villagers'],
  ['Four fishermen died after their boat hit a mine.', 'killed 4 fishermen'],
  ['The raid left nine people dead.', 'killed 9 people'],
  ['Officials put the death toll at 47.', 'killed 47 people'],
  ['The death toll from the landslide rose to 31 on Friday.', 'killed 31 people'],
  ['The bombing claimed 16 lives.', 'killed 16 lives'],
  ['More than 200 villagers have died since the rains began.', 'killed >200 villagers'],
  ['Some 40 bodies were pulled from the river.', 'killed ~40 bodies'],
  ['Rescuers recovered the bodies of 11 miners.', 'killed 11 miners'],
  ['Nearly 600 deaths were recorded in the first wave.', 'killed ~600 deaths'],
  ['Three nurses lost their lives in the fire.', 'killed 3 nurses'],
  ['Gunmen shot dead five guards at the gate.', 'killed 5 guards'],
  ['Two medics were fatally shot near the bridge.', 'killed 2 medics'],
  ['Among the dead were six children.', 'killed 6 children'],
  ['The attack, which the governor called an outrage, killed 14 farmers.', 'killed 14 farmers'],
  ['Eight climbers perished on the north face.', 'killed 8 climbers'],
  ['The gunman murdered seven worshippers.', 'killed 7 worshippers'],
  ['Dozens of passengers drowned when the ferry capsized.', 'killed dozens passengers'],
  ['Between 20 and 25 rebels were killed in the ambush.', 'killed 20–25 rebels'],
  ['Up to 90 conscripts may have been killed.', 'killed ≤90 conscripts'],
  ['The epidemic has cost the lives of 800 people.', 'killed 800 people'],
  ['Fewer than ten residents were killed.', 'killed <10 residents'],
  ['The deaths of 26 sailors shocked the town.', 'killed 26 sailors'],
  [
    'A blast at a quarry killed three workers and wounded eight others.',
    'killed 3 workers',
    'wounded 8 workers',
  ],
];

const WOUNDED: readonly Row[] = [
  ['The blast injured 18 shoppers.', 'wounded 18 shoppers'],
  ['Seventeen passengers were hurt when the tram derailed.', 'wounded 17 passengers'],
  ['Six cadets were seriously injured.', 'wounded 6 cadets'],
  ['Another 22 people suffered burns.', 'wounded 22 people'],
  ['The stabbing left four teenagers injured.', 'wounded 4 teenagers'],
  ['Thirteen tourists were wounded, two of them badly.', 'wounded 13 tourists', 'wounded 2 tourists'],
  ['Hail injured about 70 spectators at the stadium.', 'wounded ~70 spectators'],
  ['More than 300 rioters were injured in the clashes.', 'wounded >300 rioters'],
];

const BOTH: readonly Row[] = [
  ['At least 30 soldiers were killed or wounded over the weekend.', 'killed-or-wounded ≥30 soldiers'],
  ['The garrison suffered 150 casualties.', 'killed-or-wounded 150 casualties'],
  ['Dozens of recruits have been killed and injured.', 'killed-or-wounded dozens recruits'],
  ['Mortar fire killed or wounded 45 guards.', 'killed-or-wounded 45 guards'],
  [
    'The brigade sustained losses of at least 60 soldiers killed or wounded.',
    'killed-or-wounded ≥60 soldiers',
  ],
  ['At least 12 sailors killed, wounded in harbour raid', 'killed-or-wounded ≥12 sailors'],
  ['Five people were killed and 12 were wounded.', 'killed 5 people', 'wounded 12 people'],
  ['The strike killed 5 people and wounded 12 others.', 'killed 5 people', 'wounded 12 people'],
  ['Five dead, 12 injured in market fire', 'killed 5 people', 'wounded 12 people'],
  ['Nine officers and two civilians were also injured.', 'wounded 9 officers', 'wounded 2 civilians'],
  ['Twelve people, including three children, were killed.', 'killed 12 people', 'killed 3 children'],
  ['Twelve people were killed, including three children.', 'killed 12 people', 'killed 3 children'],
  ['Eleven guards were shot outside the bank.', 'killed-or-wounded 11 guards'],
];

const OWNERS: readonly Row[] = [
  ['Estonian forces killed 40 Latvian soldiers near the lake.', 'killed 40 Latvian soldiers'],
  ['Estonia said its troops killed 40 Latvian soldiers.', 'killed 40 Latvian soldiers'],
  ['Latvia is losing 300 soldiers a day.', 'killed-or-wounded 300 Latvian soldiers'],
  ['Latvian units sustained losses of at least 25 soldiers.', 'killed-or-wounded ≥25 Latvian soldiers'],
  ['Ankara had sent between 400 and 500 soldiers to the islands.', 'deployed 400–500 Turkish soldiers'],
  ['Thousands of troops from Peru have crossed into Chile.', 'deployed thousands Peruvian troops'],
  ['Chilean troops came under fire; at least 15 soldiers were killed.', 'killed ≥15 Chilean soldiers'],
];

const TAKEN: readonly Row[] = [
  ['Gunmen kidnapped 33 pupils from a boarding school.', 'captured 33 pupils'],
  ['More than 200 girls were taken from their school.', 'captured >200 girls'],
  ['The rebels still hold nearly 90 captives.', 'captured ~90 captives'],
  ['Some 60 hostages remain in captivity.', 'captured ~60 hostages'],
  ['Pirates seized 17 sailors off the coast.', 'captured 17 sailors'],
  ['The militia released 21 schoolgirls on Thursday.', 'freed 21 schoolgirls'],
  ['Twenty-one schoolgirls abducted by the militia two years ago have been freed.', 'freed 21 schoolgirls'],
  [
    'The militia freed 21 of the more than 200 schoolgirls kidnapped last year.',
    'freed 21 schoolgirls',
    'captured >200 schoolgirls',
  ],
  ['The release of 45 prisoners was agreed in Oslo.', 'freed 45 prisoners'],
  ['Nineteen miners escaped within hours.', 'freed 19 miners'],
  ['The captors let go 8 drivers.', 'freed 8 drivers'],
  ['Four jailed commanders were handed over in exchange.', 'freed 4 jailed commanders'],
];

const FORCES: readonly Row[] = [
  ['The general sent 2,000 soldiers to the border.', 'deployed 2000 soldiers'],
  ['Around 12,000 marines are stationed on the island.', 'deployed ~12000 marines'],
  ['There are 700 peacekeepers in the valley.', 'deployed 700 peacekeepers'],
  ['The ministry deployed 150 firefighters.', 'deployed 150 firefighters'],
  ['The army fired 24 missiles at the refinery.', 'launched 24 missiles'],
  ['Overnight the navy launched 80 drones.', 'launched 80 drones'],
  ['Dozens of shots were fired from the roof.', 'launched dozens shots'],
  ['Air defences shot down 61 drones.', 'intercepted 61 drones'],
  ['Gunners brought down three helicopters.', 'intercepted 3 helicopters'],
  ['Of 90 rockets launched, 70 were intercepted.', 'launched 90 rockets', 'intercepted 70 rockets'],
  ['The barrage destroyed 14 tanks.', 'destroyed 14 tanks'],
  ['Six warships were sunk in the strait.', 'destroyed 6 warships'],
  ['The rebels control 800 square kilometres of territory.', 'area-held 800 territory'],
  ['Nearly a fifth of the country is controlled by the rebels.', 'area-held ~20 country'],
  ['The army has recaptured about 20% of the territory.', 'area-taken ~20 territory'],
  ['Troops seized 12 villages in the valley.', 'area-taken 12 villages'],
];

table('killed', KILLED);
table('wounded', WOUNDED);
table('killed or wounded', BOTH);
table('own and enemy', OWNERS);
table('taken and freed', TAKEN);
table('forces', FORCES);
