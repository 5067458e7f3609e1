import { BpmnModdle, type Element } from 'bpmn-moddle';
import { expect, it } from 'vitest';
import xml from '../../../crates/model/tests/expected/process.bpmn?raw';

const read = async () => {
  const { rootElement, warnings } = await new BpmnModdle().fromXML(xml);
  const process = rootElement.rootElements[0]!;
  return { warnings, process, elements: process.flowElements!, plane: rootElement.diagrams[0]!.plane };
};

const of = (elements: Element[], type: string) => elements.filter((element) => element.$type === `bpmn:${type}`);
const names = (elements: Element[]) => elements.map((element) => element.name);

it('is read without a warning', async () => {
  const { warnings, process } = await read();
  expect(warnings).toEqual([]);
  expect(process).toMatchObject({ $type: 'bpmn:Process', name: 'New business & renewals' });
  expect(process.documentation![0]!.text).toBe('Every deal moves on for something the prospect did.');
});

it('has the stages with their tasks, and where deals begin and end', async () => {
  const { elements } = await read();
  const stages = of(elements, 'AdHocSubProcess');
  expect(names(stages)).toEqual(['Qualifying', 'Presenting “the <demo>” 🎯', 'Onboarding', 'Nurturing']);
  expect(names(of(elements, 'Task'))).toEqual(['Negotiating']);
  expect(of(elements, 'StartEvent')).toHaveLength(1);
  expect(names(of(elements, 'IntermediateThrowEvent'))).toEqual(['Won']);
  expect(names(of(elements, 'EndEvent'))).toEqual([undefined, 'Lost']);
  expect(of(elements, 'ExclusiveGateway')).toHaveLength(4);
  const tasks = of(stages[0]!.flowElements!, 'UserTask');
  expect(names(tasks)).toEqual([
    'Ask about the problem, its cost, who decides, and by when',
    'Agree on the next meeting before the talk ends',
  ]);
  expect(names(tasks[0]!.resources!)).toEqual(['rep']);
  expect(stages[1]!.documentation![0]!.text).toContain('Hand-over to: account manager\n- the use case');
});

it('has the exit criteria at the flows forward', async () => {
  const { elements } = await read();
  const flows = of(elements, 'SequenceFlow');
  const conditions = flows.map((flow) => [flow.targetRef!.name, flow.conditionExpression?.body]);
  expect(conditions.filter(([, condition]) => condition !== undefined)).toEqual([
    [
      'Presenting “the <demo>” 🎯',
      'The prospect made a call or the prospect attended a meeting.\nThe budget is > 10,000 & known',
    ],
    [
      'Negotiating',
      'The prospect attended a meeting (demo) at least twice within the last 30 days.\nA decision maker has taken part',
    ],
    [
      'Won',
      'The prospect attended a meeting (demo) at least twice within the last 30 days.\nA decision maker has taken part\n' +
        'The prospect signed the contract',
    ],
    ['Won', 'The prospect signed the contract'],
    ['Qualifying', 'They got in touch again'],
  ]);
  expect(flows.find((flow) => flow.targetRef!.name === 'Negotiating')!.name).toContain('• A decision maker');
});

it('knows both ends of every flow, and where everything is drawn', async () => {
  const { elements, plane } = await read();
  const flows = of(elements, 'SequenceFlow');
  for (const flow of flows) {
    expect(flow.sourceRef!.outgoing).toContain(flow);
    expect(flow.targetRef!.incoming).toContain(flow);
  }
  const tasks = elements.flatMap((element) => element.flowElements ?? []);
  const drawn = plane.planeElement.map((shape) => shape.bpmnElement);
  expect(new Set(drawn)).toEqual(new Set([...elements, ...tasks]));
  expect(drawn).toHaveLength(elements.length + tasks.length);
  for (const shape of plane.planeElement) {
    if (shape.$type === 'bpmndi:BPMNEdge') expect(shape.waypoint!.length).toBeGreaterThan(1);
    else expect(shape.bounds!.width * shape.bounds!.height).toBeGreaterThan(0);
  }
});
