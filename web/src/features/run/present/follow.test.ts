import { expect, it } from 'vitest';
import type { Content, Process, Stage } from '@/api';
import { mailTo, templatesOf } from './follow';
import { localTime, momentOf } from './times';

const mail = (id: string, stages: string[], kind = 'email-template', text = 'Hello'): Content => ({
  id,
  name: id,
  kind,
  text,
  stages,
});
const stage: Stage = { id: 'show', name: 'Show', content: [{ id: 'n', name: 'n', item: 'needed' }] };
const process: Process = {
  schema: 1,
  id: 'sales',
  name: 'Sales',
  library: [
    mail('any', []),
    mail('other', ['talk']),
    mail('own', ['show']),
    mail('needed', []),
    mail('deck', [], 'deck'),
    mail('empty', [], 'email-template', ''),
  ],
};

it('the templates of the stage come first', () => {
  expect(templatesOf(process, stage).map((c) => c.id)).toEqual(['needed', 'own', 'any']);
  expect(templatesOf(process, undefined).map((c) => c.id)).toEqual(['any', 'needed']);
});

it.each([
  ['Subject: Thank you\n\nDear Eva', 'mailto:e%40x.example?subject=Thank%20you&body=Dear%20Eva'],
  ['Dear Eva & Co\nBye', 'mailto:e%40x.example?subject=Show&body=Dear%20Eva%20%26%20Co%0ABye'],
])('a text becomes a mail: %s', (text, address) => {
  expect(mailTo('e@x.example', 'Show', text)).toBe(address);
});

it('a time is the same after it was shown', () => {
  const at = '2026-03-02T09:30:00.000Z';
  expect(momentOf(localTime(at))).toBe(at);
  expect([momentOf(''), momentOf('soon'), localTime('soon')]).toEqual([null, null, '']);
});
