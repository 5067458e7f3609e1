import { expect, it } from 'vitest';
import { addressOf, hrefOf } from './address';

it.each([
  [{}, { tab: 'process', from: null, to: null }, '/define'],
  [{ tab: 'file', from: '1' }, { tab: 'file', from: 1, to: null }, '/define?tab=file'],
  [{ tab: 'versions', from: '1' }, { tab: 'versions', from: 1, to: null }, '/define?tab=versions&from=1'],
  [
    { process: 'renewal', tab: 'versions', from: '1', to: '3' },
    { tab: 'versions', from: 1, to: 3 },
    '/define?process=renewal&tab=versions&from=1&to=3',
  ],
  [{ tab: 'nonsense', from: 'x', to: '-1' }, { tab: 'process', from: null, to: null }, '/define'],
])('%o', (search: Record<string, string>, address, href) => {
  expect(addressOf(search)).toEqual(address);
  expect(hrefOf(addressOf(search), search.process)).toBe(href);
});
