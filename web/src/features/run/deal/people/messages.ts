import { plural } from '@/ui/format';

export const m = {
  title: 'People',
  none: 'Nobody on the prospect’s side is known yet. Who writes, comes or accepts stands here by themselves.',
  nameless: 'Name not known',
  acts: (n: number, last: string | null) => `${plural(n, 'act')}${last === null ? '' : `, last ${last}`}`,
  silent: 'No act yet',
  add: 'Add a person',
  edit: (name: string) => `Change ${name}`,
  title2: { add: 'Add a person', edit: (name: string) => `Change ${name}` },
  name: 'Name',
  nameFixed: 'They are known by their name here.',
  email: 'E-mail',
  emailFixed: 'They are known by their address here.',
  job: 'What they do',
  jobHelp: 'Their title, such as “Head of operations”.',
  role: 'Role in the decision',
  roleHelp: 'One of these, or a word of your own.',
  go: 'Save',
} as const;
