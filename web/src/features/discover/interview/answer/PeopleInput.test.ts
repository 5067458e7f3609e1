import { expect, test } from 'vitest';
import { peopleOf, replyOfPeople } from './PeopleInput';

const ROLES = ['decision maker', 'champion'];

test('a person without a name is known by the part', () => {
  const people = [
    { name: ' Eva Kern ', roles: ['champion', 'decision maker'] },
    { name: '', roles: ['decision maker'] },
    { name: '', roles: [] },
  ];
  const reply = replyOfPeople(people);
  expect(reply.said).toEqual([
    { text: 'Eva Kern', note: 'champion, decision maker' },
    { text: 'decision maker', note: 'decision maker' },
  ]);
  expect(peopleOf(reply, ROLES)).toEqual([
    { name: 'Eva Kern', roles: ['champion', 'decision maker'] },
    { name: '', roles: ['decision maker'] },
  ]);
});
