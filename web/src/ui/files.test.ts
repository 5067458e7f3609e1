import { expect, it } from 'vitest';
import { inFormat, wholeOf } from './files';

it.each([
  ['/api/v1/measure/flow.csv', '/api/v1/measure/flow.parquet', '/api/v1/measure/flow'],
  ['/m/x.csv-like/figures.csv?by=a.csv', '/m/x.csv-like/figures.parquet?by=a.csv', '/m/x.csv-like/figures?by=a.csv'],
])('finds the other formats of %s', (csv, parquet, whole) => {
  expect(inFormat(csv, 'csv')).toBe(csv);
  expect(inFormat(csv, 'parquet')).toBe(parquet);
  expect(wholeOf(csv)).toBe(whole);
});
