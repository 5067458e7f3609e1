import { describe, expect, it } from 'vitest';
import { toCsv } from './csv';
import { ago, bytes, date, days, money, NONE, percent, shortDays, shortMoney } from './format';

describe('figures as people read them', () => {
  it.each([
    [percent(0.6317), '63 %'],
    [percent(0.6317, true), '63.2 %'],
    [percent(0.042), '4.2 %'],
    [percent(0), '0 %'],
    [percent(null), NONE],
    [money(1_000_553_400, 'USD'), '$10,005,534'],
    [money(50_000, 'JPY'), '¥500'],
    [money(123_456, ''), '1,235'],
    [money(123_456, 'no currency'), '1,235'],
    [shortMoney(1_000_553_400, 'USD'), '$10M'],
    [days(57), '57 days'],
    [days(1), '1 day'],
    [days(2.5), '2.5 days'],
    [days(0.5), '12 hours'],
    [days(0.01), '14 min'],
    [days(undefined), NONE],
    [shortDays(0.25), '6 h'],
    [date('2026-03-31T23:59:59Z'), '31 Mar 2026'],
    [bytes(1_234_567), '1.2 MB'],
    [ago('2026-03-28T12:00:00Z', Date.UTC(2026, 2, 31, 12)), '3 days ago'],
    [ago('2026-03-30T12:00:00Z', Date.UTC(2026, 2, 31, 12)), 'yesterday'],
    [ago('2023-07-30T12:00:00Z', Date.UTC(2026, 2, 31, 12)), '2 years ago'],
    [ago('2016-03-30T12:00:00Z', Date.UTC(2026, 2, 31, 12)), '10 years ago'],
    [ago('2026-03-31T11:59:40Z', Date.UTC(2026, 2, 31, 12)), 'this minute'],
    [ago('2026-03-31T14:00:00Z', Date.UTC(2026, 2, 31, 12)), 'in 2 hours'],
  ])('%s', (given, expected) => {
    expect(given.replaceAll('\u00a0', ' ')).toBe(expected);
  });
});

describe('CSV', () => {
  it.each([
    ['plain', [['a', 1]], 'x,y\r\na,1\r\n'],
    ['quotes, commas and lines', [['a "b", c\nd', null]], 'x,y\r\n"a ""b"", c\nd",\r\n'],
    ['what a spreadsheet would run', [['=1+1', '-5']], "x,y\r\n'=1+1,-5\r\n"],
  ])('%s', (_, rows, expected) => {
    expect(toCsv(['x', 'y'], rows)).toBe(expected);
  });
});
