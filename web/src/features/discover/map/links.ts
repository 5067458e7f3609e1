import type { MapView, ViewEdge, ViewNode } from '@/api';
import { also, type Selection } from '@/app/selection';

/** The activities on a map. */
const shown = (map: MapView): string[] => map.nodes.map((n) => n.activity).filter((name) => name !== '');

/**
 * What a move on this map is counted among: the shown activities where some are left out or all activities are steps,
 * else nothing, as stages count among stages by themselves.
 */
function among(map: MapView): Selection {
  const whole = map.activities.shown === map.activities.of;
  const grouped: Selection = map.grouped ? { grouped: true } : {};
  return map.view === 'stages' && whole ? grouped : { ...grouped, among: shown(map) };
}

/** The deals behind a box. */
export function nodeDeals(selection: Selection, map: MapView, node: ViewNode): Selection {
  if (node.activity === '') return selection;
  return also(selection, { visited: node.activity, ...(map.grouped ? { grouped: true } : {}) });
}

/** The deals behind a line. */
export function edgeDeals(selection: Selection, map: MapView, edge: ViewEdge): Selection {
  const [from, to] = [map.nodes[edge.from], map.nodes[edge.to]];
  if (!from || !to) return selection;
  const set = among(map);
  if (from.kind === 'start') return also(selection, { starts: to.activity, ...set });
  if (to.kind === 'end') return also(selection, { ends: from.activity, ...set });
  const direct: Selection = set.among ? { moved_directly: true } : {};
  return also(selection, { moved_from: from.activity, moved_to: to.activity, ...direct, ...set });
}
