import { describe, expect, it } from 'vitest';
import type { MetricFigure } from '@/api';
import { basis, said, told } from './told';

const figure = (change: Partial<MetricFigure>): MetricFigure => ({
  n: 0,
  open: 0,
  few: false,
  says: '',
  ...change,
});

describe('a figure', () => {
  it.each([
    ['count', 1234, '1,234'],
    ['share', 0.305, '30.5\u00a0%'],
    ['days', 6.4, '6.4 days'],
    ['number', 28.149, '28.15'],
    ['money', 150_000, '€1,500'],
    ['money-a-day', 150_000, '€1,500 a day'],
  ] as const)('of the unit %s is written as people read it', (unit, value, text) => {
    expect(told(unit, 'EUR')(value)).toBe(text);
    expect(told(unit, 'EUR')(null)).toContain('–');
  });

  it('says why where there is none', () => {
    const none = figure({ value: null, says: 'Nothing yet.' });
    expect(said(none, 'share', told('share', ''))).toBe('Nothing yet.');
    expect(basis(none, 'share', told('share', ''))).toBe('');
  });

  it('of a few is told as counts', () => {
    const few = figure({ value: 0.5, yes: 3, n: 6, few: true });
    expect(said(few, 'share', told('share', ''))).toBe('3 of 6');
  });

  it('says what it rests on', () => {
    const share = figure({ value: 0.5, low: 0.4, high: 0.6, yes: 50, n: 100, open: 7 });
    expect(basis(share, 'share', told('share', ''))).toBe(
      '95 %: 40.0\u00a0% to 60.0\u00a0% · 50 of 100 · 7 may still come',
    );
    const mean = figure({ value: 0.05, low: 0.02, high: 0.08, n: 3, few: true });
    expect(basis(mean, 'share', told('share', ''))).toBe('95 %: 2.0\u00a0% to 8.0\u00a0% · of 3');
    const stay = figure({ value: 4, low: 3, high: 5, n: 40, open: 2, first: 0.8, second: 0.2 });
    expect(basis(stay, 'days', told('days', ''))).toBe(
      '95 %: 3 days to 5 days · of 40 · 2 not finished yet · 80.0\u00a0% moved on, 20.0\u00a0% lost in the end',
    );
  });
});
