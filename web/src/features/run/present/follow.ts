import type { Content, Process, Stage } from '@/api';

/** E-mail templates with a text: those that the stage needs first, then those made for it, then those for every stage. */
export function templatesOf({ library = [] }: Process, stage: Stage | undefined): Content[] {
  const needed = new Set([
    ...(stage?.content ?? []).map((need) => need.item ?? ''),
    ...(stage?.tasks ?? []).map((task) => task.template ?? ''),
  ]);
  const rank = (content: Content): number => {
    if (needed.has(content.id)) return 0;
    if (stage && content.stages?.includes(stage.id)) return 1;
    return (content.stages ?? []).length === 0 ? 2 : 3;
  };
  return library
    .filter((content) => content.kind === 'email-template' && (content.text ?? '') !== '' && rank(content) < 3)
    .sort((a, b) => rank(a) - rank(b));
}

/** An address that opens a mail program. A first line `Subject: …` of the text is its subject. */
export function mailTo(address: string, subject: string, text: string): string {
  const [first = '', ...rest] = text.split('\n');
  const named = /^(subject|betreff|asunto|件名)\s*[:：]\s*(.+)$/i.exec(first.trim());
  const title = named?.[2] ?? subject;
  const body = named ? rest.join('\n').trimStart() : text;
  return `mailto:${encodeURIComponent(address)}?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`;
}
