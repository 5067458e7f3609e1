export const m = {
  title: 'Welcome',
  says: 'In a minute you will read how you really sell. Three ways to begin:',
  drop: 'Bring an export',
  dropSays:
    'Of your CRM or a spreadsheet, one file or several. You see what was recognised before anything is imported.',
  answer: 'Answer about your last deals',
  answerSays: 'No export at hand? Enter your last few deals by hand: when each began, when it closed, how it ended.',
  answerGo: 'Enter a deal',
  demo: 'Look around the demo',
  demoSays: 'Real deals of a company that sells hardware, with everything worked out. Start it beside this one:',
  demoCommand: 'stagecraft demo',
} as const;
