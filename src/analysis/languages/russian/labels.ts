/** Words by which the parts of an article are recognised in Russian files. */
import type { ColumnNames, DateWords, PageLabels } from '../../language.ts';

export const dates: DateWords = {
  months: [
    [
      'января|январь',
      'февраля|февраль',
      'марта|март',
      'апреля|апрель',
      'мая|май',
      'июня|июнь',
      'июля|июль',
      'августа|август',
      'сентября|сентябрь',
      'октября|октябрь',
      'ноября|ноябрь',
      'декабря|декабрь',
    ],
  ],
  beside: 'понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|г|года|год|м',
};

export const pageLabels: PageLabels = {
  date: ['Опубликовано', 'Дата'],
  source: ['Источник'],
  keywords: ['Ключевые слова'],
  also: ['Читайте также'],
};

export const columnNames: ColumnNames = {
  title: ['заголовок'],
  body: ['текст'],
  url: ['ссылка'],
  source: ['источник'],
  publishedAt: ['дата'],
  keywords: ['теги'],
};
