import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MapView } from '@/api';
import type { Selection } from '@/app/selection';
import { ChartFrame } from '@/ui/ChartFrame';
import { Loaded } from '@/ui/Loaded';
import { ChartSkeleton } from '@/ui/Skeletons';
import { useWidth } from '@/ui/useWidth';
import { MapDrawing } from './map/MapDrawing';
import { m as words } from './map/messages';
import { columnsOf } from './map/moves';
import { mapQuery } from './map/queries';
import { Viewport } from './map/Viewport';
import { m } from './messages';

/** A small map of the stages, and the way to the large one. */
export function MapSection({ selection }: { selection: Selection }) {
  const query = useQuery(mapQuery(selection, { view: 'stages', toward: 'right' }));
  return (
    <Loaded query={query} skeleton={<ChartSkeleton height={260} />}>
      {(map) => (
        <ChartFrame
          title={m.map.title}
          says={m.map.says}
          columns={columnsOf(map, selection)}
          rows={map.edges}
          rowId={(e) => `${e.from}-${e.to}`}
          file="process-map"
          order={2}
          controls={
            <Link to="/discover/map" search={selection}>
              {words.open}
            </Link>
          }
        >
          <Fitting across={map} selection={selection} />
        </ChartFrame>
      )}
    </Loaded>
  );
}

/** Below this size the words on a map are too small. */
const LEAST = 0.7;

/** From left to right where that has room, else from above to below. */
function Fitting({ across, selection }: { across: MapView; selection: Selection }) {
  const { ref, width, known } = useWidth(200);
  const wide = known && across.width * LEAST > width;
  const down = useQuery({ ...mapQuery(selection, { view: 'stages', toward: 'down' }), enabled: wide });
  const map = wide ? down.data : across;
  return (
    <div ref={ref}>
      {map ? (
        <Viewport
          width={map.width}
          height={map.height}
          centre={wide ? (map.nodes[map.main[0] ?? 0]?.x ?? 0) : 0}
          least={LEAST}
          all
          label={m.map.title}
        >
          {(zoom) => <MapDrawing map={map} selection={selection} of="count" side="all" zoom={zoom} id="map" />}
        </Viewport>
      ) : (
        <ChartSkeleton height={260} />
      )}
    </div>
  );
}
