import type { ContactPlan } from '@/api';

/** A row as it would become a lead. */
export interface PreviewRow {
  person: string;
  company: string;
  reach: string;
  more: string;
}

/** The first rows of a list, read by its plan as the server reads them. */
export function previewOf(plan: ContactPlan): PreviewRow[] {
  return plan.sample.map((cells) => {
    const of = (is: string): string => {
      const at = plan.columns.findIndex((column) => column.meaning.is === is);
      return at === -1 ? '' : (cells[at] ?? '');
    };
    const more = plan.columns.flatMap(({ meaning }, at) => {
      const value = cells[at] ?? '';
      return meaning.is === 'attribute' && value !== '' ? [`${meaning.name}: ${value}`] : [];
    });
    const joined = (parts: string[], by: string) => parts.filter((part) => part !== '').join(by);
    const name = of('name') === '' ? joined([of('first-name'), of('last-name')], ' ') : of('name');
    return {
      person: joined([name, of('title')], ', '),
      company: joined([of('company'), of('website')], ', '),
      reach: joined([of('email'), of('phone')], ', '),
      more: more.join(' · '),
    };
  });
}
