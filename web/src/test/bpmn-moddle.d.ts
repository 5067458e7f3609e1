/** What the test of the BPMN export needs of bpmn-moddle, whose package declares no types for its entry. */
declare module 'bpmn-moddle' {
  interface Element {
    $type: string;
    id?: string;
    name?: string;
    documentation?: { text: string }[];
    resources?: Element[];
    flowElements?: Element[];
    conditionExpression?: { body: string };
    sourceRef?: Element;
    targetRef?: Element;
    incoming?: Element[];
    outgoing?: Element[];
    bpmnElement?: Element;
    bounds?: { x: number; y: number; width: number; height: number };
    waypoint?: { x: number; y: number }[];
  }

  interface Definitions extends Element {
    rootElements: Element[];
    diagrams: { plane: Element & { planeElement: Element[] } }[];
  }

  class BpmnModdle {
    fromXML(xml: string): Promise<{ rootElement: Definitions; warnings: Error[] }>;
  }
}
