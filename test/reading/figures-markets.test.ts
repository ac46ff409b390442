import { describe } from 'node:test';
import { figureTable } from './figures-table.ts';

describe('sizes of change', () =>
  figureTable([
    [
      'The bank raised its key rate by 25 basis points to 4.5 percent.',
      '25 basis points = 25 bp up',
      '4.5 percent = 4.5 percent',
    ],
    [
      'The index lost 112.4 points, or 0.8 per cent, to 14,221.30.',
      '112.4 = 112.4 item down | points',
      '0.8 per cent = 0.8 percent down',
      '14,221.30 = 14221.3 item | points',
    ],
    ['Brent crude gained $1.02, or 1.7%.', '$1.02 = 1.02 USD up', '1.7% = 1.7 percent up'],
    [
      'The firm posted a net loss of $12 million, or 4 cents per share.',
      '$12 million = 12000000 USD | loss',
      '4 cents = 0.04 USD/share',
    ],
    ['The dividend was boosted 20%.', '20% = 20 percent up'],
    ['Injuries fell by half.', 'half = 50 percent down'],
    ['Sales tax rises from 5 to 7 percent.', '5 = 5 percent', '7 percent = 7 percent up'],
    ['The team lost 12 points.', '12 = 12 item | points'],
  ]));

describe('what is said again in another unit', () =>
  figureTable([
    [
      'Temperatures fell by 1 to 1.5 degrees Celsius (1.8 to 2.7 Fahrenheit).',
      '1 to 1.5 degrees Celsius = range 1–1.5 °C down',
      '1.8 to 2.7 Fahrenheit = range 1.8–2.7 °F down',
    ],
    [
      'He owes more than 7.5 million Danish crowns ($1.1 million).',
      'more than 7.5 million Danish crowns = more-than 7500000– DKK',
      '$1.1 million = more-than 1100000– USD',
    ],
    ['The hall is about 60 feet (18 metres) long.', 'about 60 feet = about 60 ft', '18 metres = about 18 m'],
    [
      'It weighs at least 5 tonnes (the lorry 3 tonnes).',
      'at least 5 tonnes = at-least 5– t',
      '3 tonnes = 3 t',
    ],
  ]));

describe('rates', () =>
  figureTable([
    ['The rate rose to 12.4 per 100,000 people.', '12.4 = 12.4 item/100,000 people'],
    ['Rents average $45 per square foot.', '$45 = 45 USD/ft2'],
    ['It extended its $18-a-share offer.', '$18 = 18 USD/share'],
    ['He paid $6,000 an acre.', '$6,000 = 6000 USD/acre'],
    ['She had 5.5 assists per game.', '5.5 = 5.5 item/game | assists'],
  ]));

describe('noun and number agree', () =>
  figureTable([
    ['The 12 page report is late.', '12 = 12 item | page'],
    ['Three other senior Harrods managers left.', 'Three = 3 person | other senior Harrods managers'],
    ['It will trim 300 of its jobs world-wide.', '300 = 300 item | jobs'],
    ['Revenue climbed 14% year-over-year.', '14% = 14 percent up'],
    ['They want another guard or two.', 'two = 2 person | guard'],
    [
      'It offered 435 flats by auction and 187 by tender.',
      '435 = 435 item | flats',
      '187 = 187 item | flats',
    ],
    ['Two off-duty officers were shot.', 'Two = 2 person | off-duty officers'],
    ['The 20 rescue crew slept.', '20 = 20 person | rescue crew'],
  ]));

describe('units', () =>
  figureTable([
    ['He gave up 517 rushing yards.', '517 rushing yards = 517 yd'],
    ['They waited three more days.', 'three more days = 3 day'],
    ['The car does 0-to-60 mph in 3.2 seconds.', '0-to-60 mph = range 0–60 mph', '3.2 seconds = 3.2 s'],
    ['It is repaid over 15 years.', '15 years = 15 year'],
    ['He led it for over 15 years.', 'over 15 years = more-than 15– year'],
    ['The engine makes 245 HP.', '245 HP = 245 hp'],
  ]));

describe('money and pounds', () =>
  figureTable([
    ['A $5 million grant was paid.', '$5 million = 5000000 USD | grant'],
    ['He weighs 220 pounds.', '220 pounds = 220 lb'],
    ['She earned 30 pounds a day.', '30 pounds = 30 GBP/day'],
    ['A 300-pound man carried a 20-pound note.', '300-pound = 300 lb | man', '20-pound = 20 GBP | note'],
    ['It made 10 bln roubles.', '10 bln roubles = 10000000000 RUB'],
    ['They own two million and a half shares.', 'two million and a half = 2500000 item | shares'],
  ]));

describe('lengths', () =>
  figureTable([
    ['The 6-foot-4 guard was asleep.', '6-foot-4 = 6.33333333333333 ft | guard'],
    ['She is 5 ft 3 in tall.', '5 ft 3 in = 5.25 ft'],
    ['A 1/4 inch gap remained.', '1/4 inch = 0.25 in'],
    ['Water boils at 100° Celsius.', '100° Celsius = 100 °C'],
  ]));

describe('who and what is counted', () =>
  figureTable([
    [
      'Police found 12 crude explosive devices and two 13-year-olds.',
      '12 = 12 item | crude explosive devices',
      'two = 2 person | 13-year-olds',
    ],
    ['WELBY—Six alleged members of the gang were charged.', 'Six = 6 person | alleged members'],
    ['Three old and rusty cars burned.', 'Three = 3 item | old and rusty cars'],
  ]));

describe('numbers as spoken, quoted and quoted short', () =>
  figureTable([
    ['It is worth a hundred thirty million dollars.', 'a hundred thirty million dollars = 130000000 USD'],
    ['There are 31 "open outbreaks" in homes.', '31 = 31 item | open outbreaks'],
    ['Shares fell 4 to 15.', '4 = 4 item down', '15 = 15 item'],
    ['They have 10 to 15 in stock.', '10 to 15 = range 10–15 item'],
    ['The tin is 24cm (9 in) wide.', '24cm = 24 cm', '9 in = 9 in'],
  ]));

describe('owners and sums', () =>
  figureTable([
    [
      'More than 1 in 5 of the country’s 4,300 officers left.',
      'More than 1 in 5 = more-than 20– percent | officers',
      '4,300 = 4300 person | officers',
    ],
    ['He owes £1.2m plus £300,000.', '£1.2m = 1200000 GBP', '£300,000 = 300000 GBP'],
    ['The plan cut waste by 35%.', '35% = 35 percent down'],
    ['It was opposed by 40 percent of voters.', '40 percent = 40 percent | voters'],
  ]));

describe('numbers that count nothing', () =>
  figureTable([
    ['It shoots 4K video and 1080p films.'],
    ['It opened in nineteen ninety-six.'],
    ['The city moved to level 3 restrictions.'],
    ['The 1.8 release is out.'],
    ['Cut the loaf in half.'],
    ['A man was shot in the 1200 block of Elm Street.'],
    ['Call (909)387-3589 or (305) 471-8477.'],
    ['She called 911 at once.'],
    ['He was about 15 and working at a diner.'],
    ['The suspect, Owen Pike Jr., 56, of Leeds, fled.'],
    ['A home at 20582 southwest 119 Avenue burned.'],
    ['The 2020 Democrats met.'],
    ['Between 1600 and 1900 the town grew.'],
    ['The plane, a 737 Max, turned back.'],
    ['They could not get their hands on one in time.'],
  ]));
