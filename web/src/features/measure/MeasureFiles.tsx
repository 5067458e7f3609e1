import { FileMenu } from '@/ui/FileMenu';
import { wholeOf } from '@/ui/files';

/** The files of a view of Measure; its JSON is what the view itself is made of. */
export const MeasureFiles = ({ csv }: { csv: string }) => <FileMenu csv={csv} json={wholeOf(csv)} />;
