import { Checkbox, Select } from '@mantine/core';
import type { ColumnPlan, FilePlan, FileRole } from '@/api';
import { bytes } from '@/ui/format';
import { ColumnRow } from './ColumnRow';
import css from './FileCard.module.css';
import { m } from './messages';

const ROLES: FileRole[] = ['deals', 'events', 'people', 'lookup', 'ignored'];
const MAIL_ROLES: FileRole[] = ['touchpoints', 'ignored'];

const isMail = ({ format }: FilePlan): boolean => format.type === 'mbox' || format.type === 'calendar';

function formatOf({ format }: FilePlan): string {
  switch (format.type) {
    case 'delimited':
      return m.plan.formats.delimited(format.encoding.toUpperCase(), format.delimiter);
    case 'sheet':
      return m.plan.formats.sheet(format.sheet);
    case 'parquet':
      return m.plan.formats.parquet;
    case 'xes':
      return m.plan.formats.xes;
    case 'ocel':
      return m.plan.formats.ocel(format.object_type);
    case 'mbox':
      return m.plan.formats.mbox;
    case 'calendar':
      return m.plan.formats.calendar;
  }
}

/** Of an object-centric log: which objects are the deals. */
function ObjectType({ file, onChange }: { file: FilePlan; onChange: (file: FilePlan) => void }) {
  const { format } = file;
  if (format.type !== 'ocel' || (format.object_types ?? []).length < 2) return null;
  return (
    <Select
      size="sm"
      w={{ base: '100%', xs: 240 }}
      aria-label={m.plan.objectType}
      allowDeselect={false}
      data={(format.object_types ?? []).map((type) => ({ value: type, label: m.plan.objects(type) }))}
      value={format.object_type}
      onChange={(type) => type !== null && onChange({ ...file, format: { ...format, object_type: type } })}
    />
  );
}

/** One file: what its rows are, what its columns mean, its first rows. */
export function FileCard({ file, onChange }: { file: FilePlan; onChange: (file: FilePlan) => void }) {
  const setColumn = (at: number, column: ColumnPlan) =>
    onChange({ ...file, columns: file.columns.map((c, i) => (i === at ? column : c)) });
  return (
    <section className={css.card} aria-label={file.name}>
      <header className={css.head}>
        <div>
          <h2>{file.name}</h2>
          <p className="soft small">{m.plan.size(bytes(file.bytes), formatOf(file))}</p>
        </div>
        <ObjectType file={file} onChange={onChange} />
        <Select
          size="sm"
          w={{ base: '100%', xs: 380 }}
          aria-label={m.plan.role}
          allowDeselect={false}
          data={(isMail(file) ? MAIL_ROLES : ROLES).map((role) => ({ value: role, label: m.plan.roles[role] }))}
          value={file.role}
          onChange={(role) => role !== null && onChange({ ...file, role })}
        />
      </header>
      {file.role === 'events' && (
        <div className={css.options}>
          {typeof file.activity === 'string' && <p className="soft small">{m.plan.everyRow(file.activity)}</p>}
          <Checkbox
            size="sm"
            label={m.plan.stripNumbers}
            checked={file.strip_numbers === true}
            onChange={(e) => onChange({ ...file, strip_numbers: e.currentTarget.checked })}
          />
          {(file.common ?? []).length > 0 && (
            <Checkbox
              size="sm"
              label={m.plan.rareAsOne((file.common ?? []).length)}
              checked={file.rare_as_one === true}
              onChange={(e) => onChange({ ...file, rare_as_one: e.currentTarget.checked })}
            />
          )}
        </div>
      )}
      {file.role === 'touchpoints' && <p className={css.mail}>{m.plan.touchpointsSays}</p>}
      {file.role !== 'ignored' && file.role !== 'touchpoints' && (
        <div className={css.columns}>
          <div className={css.names} aria-hidden>
            <span>{m.plan.column}</span>
            <span>{m.plan.meaning}</span>
            <span>{m.plan.sample}</span>
          </div>
          {file.columns.map((column, i) => (
            <ColumnRow
              key={column.name}
              column={column}
              role={file.role}
              sample={file.sample.map((row) => row[i] ?? '')}
              onChange={(next) => setColumn(i, next)}
            />
          ))}
        </div>
      )}
    </section>
  );
}
