export const m = {
  title: 'Welcome',
  says: 'In a minute you will read how you really sell. Three ways to begin:',
  drop: 'Bring an export',
  dropSays:
    'Of your CRM or a spreadsheet, one file or several. You see what was recognised before anything is imported.',
  answer: 'Begin with a few deals',
  answerSays: 'No export at hand? Enter your open deals by hand, move them as they go, and the figures grow with them.',
  answerGo: 'Enter a deal',
  demo: 'Look around the demo',
  demoSays: 'Real deals of a company that sells hardware, with everything worked out. Start it beside this one:',
  demoCommand: 'stagecraft demo',
} as const;
