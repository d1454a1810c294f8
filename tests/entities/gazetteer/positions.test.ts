/** Positions of people by date, and people by their positions. */
import { describe, expect, test } from 'vitest';
import { loadGazetteer, parseEntity } from '../../../src/entities/gazetteer/gazetteer.ts';
import { PositionLookup } from '../../../src/entities/gazetteer/position-lookup.ts';
import { positionAt, titleIn } from '../../../src/entities/gazetteer/positions.ts';
import { GAZETTEER_FOLDER } from '../../../src/service/service.ts';

const gazetteer = loadGazetteer(GAZETTEER_FOLDER);

describe('the position of a date', () => {
  const person = parseEntity(
    JSON.stringify({
      id: 'person-a',
      type: 'person',
      names: { en: ['A B'] },
      positions: [
        { name: { en: 'Adviser' } },
        { name: { en: 'Mayor', ru: 'Мэр' }, from: '2001', to: '2004-03' },
        { name: { en: 'Minister' }, from: '2004-03-09', to: '2010' },
        { name: { en: 'Party leader' }, from: '2008-05' },
      ],
    }),
  );
  test.each([
    ['2001-01-01', 'Mayor', 'a year begins on its first day'],
    ['2004-03-01', 'Mayor', 'a month ends on its last day'],
    ['2004-03-20', 'Minister', 'of two in one month the one that began last'],
    ['2004', 'Minister', 'the same in a year'],
    ['2009-06-01', 'Party leader', 'of two at a time the one that began last'],
    ['2010-12-31', 'Party leader', 'the last day of a year'],
    ['1990-01-01', 'Adviser', 'one without dates only where no other is'],
  ])('%s: %s, %s', (date, title) => {
    expect(titleIn(positionAt(person, date)!, 'en')).toBe(title);
  });

  test('has its title in English where the language lacks it', () => {
    expect(titleIn(person.positions[1]!, 'ru')).toBe('Мэр');
    expect(titleIn(person.positions[1]!, 'tr')).toBe('Mayor');
  });
});

describe('people by their positions', () => {
  const lookup = new PositionLookup(gazetteer);
  const first = (text: string): string | undefined => lookup.holding(text)[0]?.entity.id;
  test.each([
    ['Russian foreign minister 2023', 'person-sergey-lavrov'],
    ['foreign minister of Russia', 'person-sergey-lavrov'],
    ['وزير الخارجية الروسي 2023', 'person-sergey-lavrov'],
    ['rusya dışişleri bakanı 2023', 'person-sergey-lavrov'],
    ['министра иностранных дел России 2023', 'person-sergey-lavrov'],
    ['Russian president 2010', 'person-dmitry-medvedev'],
    ['Russian president 2015', 'person-vladimir-putin'],
    ['رئيس روسيا 2010', 'person-dmitry-medvedev'],
    ['Türkiye Başbakanı 2010', 'person-recep-tayyip-erdogan'],
    ['Turkish foreign minister 2020', 'person-mevlut-cavusoglu'],
    ['foreign minister of Turkey in the year 2020', 'person-mevlut-cavusoglu'],
    ['Turkish FM 2020', 'person-mevlut-cavusoglu'],
    ['Turkish FM', 'person-hakan-fidan'],
    ['Turkish foreign minister May 2023', 'person-mevlut-cavusoglu'],
    ['Turkish foreign minister July 2023', 'person-hakan-fidan'],
    ['former Turkish foreign minister', 'person-mevlut-cavusoglu'],
    ['российский министр иностранных дел', 'person-sergey-lavrov'],
    ['российского министра иностранных дел в 2023 году', 'person-sergey-lavrov'],
    ['глава МИД России', 'person-sergey-lavrov'],
    ['турецкий министр иностранных дел в мае 2020 г.', 'person-mevlut-cavusoglu'],
    ['бывший президент России', 'person-dmitry-medvedev'],
    ['وزير الخارجية الروسي في عام 2023', 'person-sergey-lavrov'],
    ['وزير خارجية تركيا سنة ٢٠٢٠', 'person-mevlut-cavusoglu'],
    ['وزير الخارجية التركي في أيار 2023', 'person-mevlut-cavusoglu'],
    ['وزير الخارجية التركي السابق', 'person-mevlut-cavusoglu'],
    ['2023 yılında Rusya dışişleri bakanı', 'person-sergey-lavrov'],
    ['Türk dışişleri bakanı', 'person-hakan-fidan'],
    ['eski Türkiye dışişleri bakanı', 'person-mevlut-cavusoglu'],
    ['Turkish foreign minister 2019 2020', 'person-mevlut-cavusoglu'],
    ["Türkiye dışişleri bakanı Temmuz 2023'te", 'person-hakan-fidan'],
    ['former Russian gardener', undefined],
    ['2020 yılında', undefined],
    ['Russian foreign minister 1950', undefined],
    ['Russian gardener 2023', undefined],
    ['minister', undefined],
    ['2023', undefined],
  ])('%s: %s', (text, id) => expect(first(text)).toBe(id));
});
