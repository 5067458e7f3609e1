import { describe, expect, it } from 'vitest';
import { coverage } from './coverage';
import { bandsOf, idleStages, servedBy } from './journey';
import { process } from './sampleProcess';

describe('coverage', () => {
  const { stages, rows, holes, cells, unplaced } = coverage(process);

  it('has a row for each persona and for everybody, a column for each stage but closed ones', () => {
    expect(stages.map((s) => s.stage.id)).toEqual(['connecting', 'presenting', 'growing']);
    expect(rows.map((r) => r.persona?.id ?? 'everybody')).toEqual(['head', 'it', 'everybody']);
  });

  it.each([
    [0, 0, ['first-email'], [], false],
    [0, 1, [], ['story'], false],
    [0, 2, [], [], true],
    [1, 0, ['first-email'], [], false],
    [2, 1, ['story'], [], false],
    [2, 2, [], [], false],
  ])('in row %d, column %d: own %j, for everybody %j, a hole: %s', (row, column, own, shared, hole) => {
    const cell = rows[row]!.cells[column]!;
    expect(cell.own.map((c) => c.id)).toEqual(own);
    expect(cell.shared.map((c) => c.id)).toEqual(shared);
    expect(cell.hole).toBe(hole);
  });

  it('counts holes, and names what stands nowhere', () => {
    expect([holes, cells]).toEqual([2, 6]);
    expect(unplaced.map((c) => c.id)).toEqual(['facts']);
  });

  it('has a column for a closed stage once content is made for it', () => {
    const library = [{ id: 'bye', name: 'Farewell', kind: 'email-template', stages: ['lost'] }];
    expect(coverage({ ...process, library }).stages.map((s) => s.stage.id)).toContain('lost');
  });
});

describe('a journey', () => {
  const steps = process.journeys?.[0]?.steps ?? [];

  it('is cut into bands where the phase changes', () => {
    const back = [...steps, { id: 'again', name: 'Again' }];
    expect(bandsOf(back).map((b) => [b.phase, b.from, b.steps.length])).toEqual([
      ['before', 0, 1],
      ['during', 1, 2],
      ['before', 3, 1],
    ]);
  });

  it('shows the stages that serve a step in their order, and those that serve none', () => {
    expect(servedBy(process, steps[1]!).map((s) => s.place)).toEqual([0, 1]);
    expect(idleStages(process).map((s) => s.stage.id)).toEqual(['growing']);
  });
});
