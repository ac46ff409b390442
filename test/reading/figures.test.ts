import { describe } from 'node:test';
import { figureTable } from './figures-table.ts';

describe('persons', () =>
  figureTable([
    [
      'The storm killed 17 people and injured 43 others, officials said.',
      '17 = 17 person | people',
      '43 = 43 person | others',
    ],
    [
      'Police arrested 61 demonstrators, up from 40 a day earlier.',
      '61 = 61 person | demonstrators',
      '40 = 40 person | demonstrators',
    ],
    ['The ministry said 30 soldiers were killed or wounded near the river.', '30 = 30 person | soldiers'],
    ['No casualties were reported after the blast.', 'No = 0 person | casualties'],
    ['There were no arrests.', 'no = 0 person | arrests'],
    [
      'Flight 214 carried 291 passengers and 16 crew.',
      '291 = 291 person | passengers',
      '16 = 16 person | crew',
    ],
    ['The toll stood at 112 on Friday.', '112 = 112 person'],
    ['By Sunday the death toll had risen to 340.', '340 = 340 person'],
    ['Maria Lopez, 34, and her two sons, 5 and 8, were rescued.', 'two = 2 person | sons'],
    ['Officials counted 1 death and 27 injuries.', '1 = 1 person | death', '27 = 27 person | injuries'],
    ['An additional 2,000 troops will be sent.', '2,000 = 2000 person | troops'],
    ['Another 15 were hurt.', '15 = 15 person'],
    ['The 12 dead were all miners.', '12 = 12 person'],
    [
      'Twelve Black Reed fighters and seven Ostrelian soldiers died.',
      'Twelve = 12 person | Black Reed fighters',
      'seven = 7 person | Ostrelian soldiers',
    ],
    ['In 2015, 1,200 people died there.', '1,200 = 1200 person | people'],
    ['In 2015 1,200 people died there.', '1,200 = 1200 person | people'],
    ['The population of 2,300 was told to leave.', '2,300 = 2300 person'],
    ['Only one of the 14 climbers survived.', 'Only one = 1 person | climbers', '14 = 14 person | climbers'],
    ['Windows 11 has 400 million users.', '400 million = 400000000 person | users'],
    ['Ten-year-old twins were among four dead.', 'four = 4 person'],
    ['The 20-member council met.', '20 = 20 person | council'],
    ['A 300-strong crowd gathered.', '300 = 300 person | crowd'],
    ['The blast left 9 dead, 21 injured.', '9 = 9 person', '21 = 21 person'],
    ['9 dead, 21 injured in market blast', '9 = 9 person', '21 = 21 person'],
    ['Storm Kills 9, Injures 21 in Coastal Towns', '9 = 9 person', '21 = 21 person'],
    ['Police: 3 Officers Hurt, 2 Suspects Held', '3 = 3 person | Officers', '2 = 2 person | Suspects'],
    [
      'The sample was 1,004 adults, with a margin of error of 3 points.',
      '1,004 = 1004 person | adults',
      '3 = 3 item | points',
    ],
    ['Rocket fire killed one and wounded six.', 'one = 1 person', 'six = 6 person'],
    ['One was killed and four were wounded.', 'One = 1 person', 'four = 4 person'],
    ['The two men and three women were charged.', 'two = 2 person | men', 'three = 3 person | women'],
    [
      'Troops captured 140 prisoners and destroyed nine armoured vehicles, the general staff said.',
      '140 = 140 person | prisoners',
      'nine = 9 item | armoured vehicles',
    ],
    [
      'Health workers have confirmed 3,212 cases and 1,876 deaths since March.',
      '3,212 = 3212 item | cases',
      '1,876 = 1876 person | deaths',
    ],
    [
      'As of Tuesday, 96 of the 214 bodies had been identified.',
      '96 = 96 person | bodies',
      '214 = 214 person | bodies',
    ],
    [
      'Over the past three days, four journalists have been killed.',
      'three days = 3 day',
      'four = 4 person | journalists',
    ],
    ['The city of 1.2 million was without water.', '1.2 million = 1200000 person'],
    [
      'He was one of three brothers killed that night.',
      'one = 1 person | brothers',
      'three = 3 person | brothers',
    ],
    [
      'Three Russian and two Chinese sailors drowned.',
      'Three = 3 person | Chinese sailors',
      'two = 2 person | Chinese sailors',
    ],
    ['The helicopter crashed, killing all six on board.', 'six = 6 person'],
    ['All 157 people on board died.', '157 = 157 person | people'],
    [
      'The attack, which killed 23, including six children, wounded another 80.',
      '23 = 23 person',
      'six = 6 person | children',
      '80 = 80 person',
    ],
    ['Rescuers pulled out 11 survivors and 4 bodies.', '11 = 11 person | survivors', '4 = 4 person | bodies'],
    ['The fighting has cost 5,000 lives.', '5,000 = 5000 person | lives'],
    [
      'In the first six months of 2023, 400 migrants drowned.',
      'six months = 6 month',
      '400 = 400 person | migrants',
    ],
    [
      'The group claimed to have killed 50 soldiers in one day.',
      '50 = 50 person | soldiers',
      'one day = 1 day',
    ],
    [
      'Police put the crowd at 15,000; organisers said 60,000.',
      '15,000 = 15000 person',
      '60,000 = 60000 person',
    ],
    [
      'The ministry put losses at 1,230 dead and 3,000 wounded.',
      '1,230 = 1230 person',
      '3,000 = 3000 person',
    ],
    ['The 60th Division lost 300 men.', '300 = 300 person | men'],
    ['Article 5 of the treaty binds all 32 members.', '32 = 32 person | members'],
    ['The A380 seats 525 passengers.', '525 = 525 person | passengers'],
    ['One soldier died and one was seriously hurt.', 'One = 1 person | soldier', 'one = 1 person'],
    ['Two wounded were taken to hospital.', 'Two = 2 person'],
    ['Eleven killed in bus crash', 'Eleven = 11 person'],
    ['Bus crash kills eleven', 'eleven = 11 person'],
    ['Death toll from floods passes 200', '200 = 200 person'],
    ['Ebola: 12 new cases, 4 deaths reported', '12 = 12 item | new cases', '4 = 4 person | deaths'],
    ['Just 4 of 28 passengers survived.', 'Just 4 = 4 person | passengers', '28 = 28 person | passengers'],
    ['Twenty thousand people lost their homes.', 'Twenty thousand = 20000 person | people'],
    ['The three-day siege left 18 hostages dead.', '18 = 18 person | hostages'],
  ]));

describe('things', () =>
  figureTable([
    [
      'Rebels seized two towns and 12 villages within a week.',
      'two = 2 item | towns',
      '12 = 12 item | villages',
    ],
    [
      'The 3rd Assault Brigade lost two tanks, one howitzer and five trucks.',
      'two = 2 item | tanks',
      'one = 1 item | howitzer',
      'five = 5 item | trucks',
    ],
    ['The 19-year-old was hit by three bullets.', 'three = 3 item | bullets'],
    ['Interstate 95 was closed for two hours.', 'two hours = 2 h'],
    ['His Mi-8 helicopter and two Su-25 jets were shot down.', 'two = 2 item | Su-25 jets'],
    [
      'Ukraine shot down 43 of 67 Shahed drones launched by Russia.',
      '43 = 43 item | Shahed drones',
      '67 = 67 item | Shahed drones',
    ],
    ['The G20 leaders met for two days.', 'two days = 2 day'],
    ['The 2000 election was close; 2000 votes decided it.', '2000 = 2000 item | votes'],
    ['There are 2.5 times more cases than last year.', '2.5 = 2.5 item | times'],
    ['The court heard 14 of 22 counts.', '14 = 14 item | counts', '22 = 22 item | counts'],
    ['He served as the 44th president for eight years.', 'eight years = 8 year'],
    ['Seventeen-year-old Ana won two gold medals.', 'two = 2 item | gold medals'],
    ['Boeing delivered 48 jets.', '48 = 48 item | jets'],
    ['U.S. troops fired 59 Tomahawk missiles at the base.', '59 = 59 item | Tomahawk missiles'],
  ]));

describe('changes', () =>
  figureTable([
    [
      'The number of displaced rose from 12,000 to 18,000 in June.',
      '12,000 = 12000 person',
      '18,000 = 18000 person up',
    ],
    [
      'Unemployment fell by 0.4 percentage points to 5.1 percent.',
      '0.4 percentage points = 0.4 percentage-point down',
      '5.1 percent = 5.1 percent',
    ],
    [
      'Shares of the firm slid 3.2% to $14.80, their lowest since 2009.',
      '3.2% = 3.2 percent down',
      '$14.80 = 14.8 USD',
    ],
    ['Oil rose 85 cents to $71.20 a barrel.', '85 cents = 0.85 USD up', '$71.20 = 71.2 USD/barrel'],
    [
      'Prices climbed 12 percent, the biggest jump in 30 years.',
      '12 percent = 12 percent up',
      '30 years = 30 year',
    ],
    ['The euro slipped 0.3% against the dollar to $1.08.', '0.3% = 0.3 percent down', '$1.08 = 1.08 USD'],
    [
      'Exports rose by a fifth while imports fell by a third.',
      'a fifth = 20 percent up',
      'a third = 33.3333333333333 percent down',
    ],
    ['The budget grew from $2bn to $2.6bn.', '$2bn = 2000000000 USD', '$2.6bn = 2600000000 USD up'],
    ['Taxes will go up by 2 cents per litre.', '2 cents = 0.02 USD/litre up'],
    ['They hold 20 percent more land than in 2020.', '20 percent = 20 percent up | land'],
    ['That is 40 per cent fewer than a year earlier.', '40 per cent = 40 percent down'],
  ]));

describe('measures', () =>
  figureTable([
    ['A pipeline of 1,200 kilometres crosses the province.', '1,200 kilometres = 1200 km'],
    ['They drove 65 miles per hour in a 40 mph zone.', '65 miles per hour = 65 mph', '40 mph = 40 mph'],
    ['Temperatures fell to -12°C overnight.', '-12°C = -12 °C'],
    [
      'The agency gave 3.5 tonnes of rice to each of 60 families.',
      '3.5 tonnes = 3.5 t | rice',
      '60 = 60 item | families',
    ],
    [
      'Police seized 17 AK-47 rifles and 5,000 rounds of 7.62mm ammunition.',
      '17 = 17 item | AK-47 rifles',
      '5,000 = 5000 item | rounds',
      '7.62mm = 7.62 mm',
    ],
    [
      'The trawler sank in 40 metres of water, 12 nautical miles off the coast.',
      '40 metres = 40 m | water',
      '12 nautical miles = 12 nmi',
    ],
    [
      'The convoy of 40 trucks carried 500 tonnes of flour.',
      '40 = 40 item | trucks',
      '500 tonnes = 500 t | flour',
    ],
    [
      'The 15-kilometre front has been quiet for 10 days.',
      '15-kilometre = 15 km | front',
      '10 days = 10 day',
    ],
    ['She ran the 100m in 10.9 seconds.', '100m = 100 m', '10.9 seconds = 10.9 s'],
    ['The plant emits 1.5 million tons of CO2 a year.', '1.5 million tons = 1500000 t/year | CO2'],
  ]));

describe('bounds and ranges', () =>
  figureTable([
    ['Some 40-odd fishermen are still at sea.', 'Some 40-odd = about 40 person | fishermen'],
    [
      'At least 200 people, including 35 children, were aboard the ferry.',
      'At least 200 = at-least 200– person | people',
      '35 = 35 person | children',
    ],
    [
      'Between 15 and 20 militants opened fire from three sides.',
      'Between 15 and 20 = range 15–20 person | militants',
      'three = 3 item | sides',
    ],
    ['More than a dozen flights were cancelled.', 'More than a dozen = more-than 12– item | flights'],
    [
      'Over 300,000 protesters marched in the capital.',
      'Over 300,000 = more-than 300000– person | protesters',
    ],
    [
      'About half a million Afghans crossed the border.',
      'About half a million = about 500000 person | Afghans',
    ],
    [
      'Around 4 million barrels a day pass through the strait.',
      'Around 4 million barrels = about 4000000 bbl/day',
    ],
    ['A couple of dozen residents stayed behind.', 'A couple of dozen = about 24 person | residents'],
    ['It takes 20 to 30 minutes.', '20 to 30 minutes = range 20–30 min'],
    ['The drones flew some 1,100 miles.', 'some 1,100 miles = about 1100 mi'],
    ['Up to several hundred people were trapped.', 'Up to several hundred = at-most –900 person | people'],
    [
      'The earthquake left more than 8,000 families homeless.',
      'more than 8,000 = more-than 8000– item | families',
    ],
    [
      'He said that no fewer than 17 ships had been turned back.',
      'no fewer than 17 = at-least 17– item | ships',
    ],
    [
      'Engineers rebuilt 12 of 30 bridges in under six months.',
      '12 = 12 item | bridges',
      '30 = 30 item | bridges',
      'under six months = less-than –6 month',
    ],
    [
      'Some 700 of the 900 inmates escaped.',
      'Some 700 = about 700 person | inmates',
      '900 = 900 person | inmates',
    ],
    ['Around 20 to 25 gunmen took part.', 'Around 20 to 25 = range 20–25 person | gunmen'],
    ['The 9/11 attacks killed nearly 3,000 people.', 'nearly 3,000 = about 3000 person | people'],
    [
      'At Least 60 Dead After Ferry Sinks, 100 Missing',
      'At Least 60 = at-least 60– person',
      '100 = 100 person',
    ],
    ['Over 1,000 homes without power', 'Over 1,000 = more-than 1000– item | homes'],
    ['The unit lost 70 to 80 men a week.', '70 to 80 = range 70–80 person/week | men'],
    ['An average of 12 women are killed every day.', 'An average of 12 = about 12 person | women'],
  ]));

describe('shares', () =>
  figureTable([
    ['Three-quarters of the crops were destroyed.', 'Three-quarters = 75 percent | crops'],
    ['Two thirds of lawmakers must agree.', 'Two thirds = 66.6666666666667 percent | lawmakers'],
    ['From 8 to 10 percent of voters were undecided.', '8 to 10 percent = range 8–10 percent | voters'],
    [
      'The company will cut 1,500 jobs, or 6% of its workforce.',
      '1,500 = 1500 item | jobs',
      '6% = 6 percent | workforce',
    ],
    ['One in ten children goes hungry.', 'One in ten = 10 percent | children'],
    ['Nine out of 10 doctors agree.', 'Nine out of 10 = 90 percent | doctors'],
    [
      'The hospital has 120 beds, half of which are empty.',
      '120 = 120 item | beds',
      'half = 50 percent | beds',
    ],
    ['Half of the 80 houses were burnt.', 'Half = 50 percent | houses', '80 = 80 item | houses'],
    ['Inflation hit 9.1% in June, up from 8.6% in May.', '9.1% = 9.1 percent', '8.6% = 8.6 percent'],
    ['Up to 85 percent of patients recover.', 'Up to 85 percent = at-most –85 percent | patients'],
    ['Fewer than one in five passed.', 'Fewer than one in five = less-than –20 percent'],
    ['Nearly 1 in 4 homes has no power.', 'Nearly 1 in 4 = about 25 percent | homes'],
    [
      'The regime holds between a quarter and a third of the country.',
      'between a quarter and a third = range 25–33.3333333333333 percent | country',
    ],
    [
      'Roughly two-thirds of the 1.1 million refugees are women and children.',
      'Roughly two-thirds = about 66.6666666666667 percent | refugees',
      '1.1 million = 1100000 person | refugees',
    ],
    ['Four out of five shops stayed shut.', 'Four out of five = 80 percent | shops'],
    ['Turnout was 61.3%, down from 70.1% in 2019.', '61.3% = 61.3 percent', '70.1% = 70.1 percent'],
    ['It has killed up to 90 percent of the trees.', 'up to 90 percent = at-most –90 percent | trees'],
  ]));

describe('vague words', () =>
  figureTable([
    [
      'Hundreds of thousands of Colombians have fled to Ecuador.',
      'Hundreds of thousands = vague 200000–999999 person | Colombians',
    ],
    ['Dozens more are missing.', 'Dozens = vague 24–99 person'],
    ['Several of the wounded are in critical condition.', 'Several = vague 3–9 person'],
    [
      'Hundreds gathered outside parliament; dozens were detained.',
      'Hundreds = vague 200–999 person',
      'dozens = vague 24–99 person',
    ],
    ['Scores were injured in the crush.', 'Scores = vague 40–99 person'],
    ['A few hundred rebels remain in the hills.', 'A few hundred = vague 300–900 person | rebels'],
    [
      'Police fired tear gas at several thousand demonstrators.',
      'several thousand = vague 3000–9000 person | demonstrators',
    ],
    ['Hundreds of kilometres of road are closed.', 'Hundreds of kilometres = vague 200–999 km | road'],
    ['Thousands of tonnes of grain rotted.', 'Thousands of tonnes = vague 2000–9999 t | grain'],
  ]));

describe('money', () =>
  figureTable([
    [
      'The bridge, 2.4 km long, cost €450m ($490m).',
      '2.4 km = 2.4 km',
      '€450m = 450000000 EUR',
      '$490m = 490000000 USD',
    ],
    ['She earns $18 an hour.', '$18 = 18 USD/hour'],
    ['Tens of millions of dollars were stolen.', 'Tens of millions of dollars = vague 20000000–99999999 USD'],
    [
      'The fund raised $40 million from 12 investors.',
      '$40 million = 40000000 USD',
      '12 = 12 person | investors',
    ],
    [
      'The firm lost $1.2bn, compared with $800m a year ago.',
      '$1.2bn = 1200000000 USD',
      '$800m = 800000000 USD',
    ],
    ['They found 40kg of cocaine worth $3 million.', '40kg = 40 kg | cocaine', '$3 million = 3000000 USD'],
    [
      'The fine of €20 million was cut to €15 million.',
      '€20 million = 20000000 EUR | fine',
      '€15 million = 15000000 EUR',
    ],
    [
      'Aid worth $100m was pledged to some 2.5m people.',
      '$100m = 100000000 USD',
      'some 2.5m = about 2500000 person | people',
    ],
    ['$3bn deal signed', '$3bn = 3000000000 USD | deal'],
    ['He paid 500 rubles, she said.', '500 rubles = 500 RUB'],
  ]));
