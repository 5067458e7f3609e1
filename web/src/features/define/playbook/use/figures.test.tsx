import { MantineProvider } from '@mantine/core';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { Endings, PlaybookUse, Process } from '@/api';
import { ObjectionsPart } from '../ObjectionsPart';
import { process } from '../sampleProcess';
import { ContentFigures } from './ContentFigures';
import { FiguresContext } from './figures';
import { contentUse, endings, playbookUse, uses } from './sampleUse';

it.each([
  ['none closed', endings([0, 0], [40, 110]), 'No closed deal with it yet; 1 is open.'],
  [
    'little data: counts and no rates',
    endings([2, 3], [40, 110]),
    '2 of 3 closed deals with it were won; 40 of 110 without it. We can’t tell yet: 3 closed deals with it.',
  ],
  [
    'few without it',
    endings([20, 30], [1, 2]),
    '20 of 30 closed deals with it were won; 1 of 2 without it. We can’t tell yet: 2 closed deals without it.',
  ],
  [
    'one deal',
    endings([1, 1], [0, 0]),
    '1 of 1 closed deal with it was won; there are none without it. We can’t tell yet: 0 closed deals without it.',
  ],
  [
    'no difference',
    endings([6, 12], [40, 110], 0.14),
    '6 of 12 closed deals with it were won (50 %, 40 to 60); 40 of 110 without it (36 %, 26 to 46). No difference that the data supports.',
  ],
  [
    'won more often',
    endings([12, 18], [40, 110], 0.3, true),
    '12 of 18 closed deals with it were won (67 %, 57 to 77); 40 of 110 without it (36 %, 26 to 46). Won more often: by 30 points (20 to 40).',
  ],
  [
    'won less often',
    endings([1, 18], [40, 110], -0.31, true),
    '1 of 18 closed deals with it was won (5.6 %, 0 to 16); 40 of 110 without it (36 %, 26 to 46). Won less often: by 31 points (21 to 41).',
  ],
] satisfies [string, Endings, string][])('figures of content in words: %s', (_, found, words) => {
  render(
    <ContentFigures use={contentUse({ shared: uses(25, '2026-03-03T00:00:00Z'), viewed: uses(1), endings: found })} />,
  );
  const panel = screen.getByRole('region', { name: 'In your deals' });
  const normal = panel.textContent.replaceAll('\u00a0', ' ');
  expect(normal).toContain(words);
  expect(normal).not.toMatch(/because|caused|led to/i);
});

it('content that nobody used says so', () => {
  render(<ContentFigures use={contentUse()} />);
  expect(screen.getByText('No deal names it yet.')).toBeVisible();
  expect(screen.queryByText(/were won/)).toBeNull();
});

function showObjections(use: PlaybookUse, from: Process = process) {
  const seen: Process[] = [];
  render(
    <MantineProvider env="test">
      <FiguresContext value={{ use, counting: false, problem: null, retry: () => undefined }}>
        <ObjectionsPart
          process={from}
          findings={[]}
          may
          onEdit={(next) => seen.push(next)}
          open={undefined}
          onOpen={() => undefined}
        />
      </FiguresContext>
    </MantineProvider>,
  );
  return { last: () => seen.at(-1), user: userEvent.setup() };
}

const raised = (answer: Endings) =>
  playbookUse({
    objections: [
      {
        id: 'too-expensive',
        raised: { times: 16, deals: 14, last: null },
        settled: 6,
        endings: endings([4, 11], [120, 300]),
        answers: [{ id: 'compare', given: uses(7), endings: answer }],
      },
    ],
  });

it('an objection tells how often it came, and how deals with each answer ended', () => {
  showObjections(raised(endings([5, 6], [2, 8], 0.58, false)));
  expect(screen.getByText(/^Raised in 14 deals \(16 times\), settled in 6/)).toBeVisible();
  expect(screen.getByText('Given 7 times.')).toBeVisible();
  expect(screen.queryByText('Best supported by your deals')).toBeNull();
});

it('an answer is marked as the best one only if the data supports it', () => {
  showObjections(raised(endings([5, 6], [2, 8], 0.58, true)));
  expect(screen.getByText('Best supported by your deals')).toBeVisible();
});

it('a name that deals bear is added to the draft as it stands there', async () => {
  const { last, user } = showObjections(
    playbookUse({
      other_objections: [
        { name: 'We build it ourselves', times: 9 },
        { name: '', times: 4 },
      ],
    }),
  );
  const others = within(screen.getByRole('region', { name: 'Seen in your deals, not in the process' }));
  expect(others.getByText('9 times')).toBeVisible();
  expect(others.getByText('4 times an objection was logged without saying which.')).toBeVisible();
  expect(others.getAllByRole('button')).toHaveLength(1);
  await user.click(others.getByRole('button', { name: 'Add: We build it ourselves' }));
  expect(last()?.objections?.at(-1)).toEqual({
    id: 'we-build-it-ourselves',
    kind: 'cost',
    says: 'We build it ourselves',
  });
});

it('tells how objections come to be counted while no deal names one', () => {
  showObjections(playbookUse());
  expect(screen.getByText('Log a touchpoint')).toBeVisible();
  expect(screen.getByText('objection')).toBeVisible();
  expect(screen.getByText('answer')).toBeVisible();
});
