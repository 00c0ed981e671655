/** Teams' two common themes. */
export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

type Colours = Readonly<Record<'text' | 'subtle' | 'accent' | 'accentSubtle' | 'attention' | 'card', string>>;

/** Colours are `#rrggbb` or `#aarrggbb`. */
const colours: Readonly<Record<Theme, Colours>> = {
  light: {
    text: '#252424',
    subtle: '#bf252424',
    accent: '#6264a7',
    accentSubtle: '#8b8cc7',
    attention: '#c4314b',
    card: '#ffffff',
  },
  dark: {
    text: '#ffffff',
    subtle: '#bfffffff',
    accent: '#a6a7dc',
    accentSubtle: '#8b8cc7',
    attention: '#d74654',
    card: '#2d2c2c',
  },
};

/**
 * Teams' measures and colours for the JavaScript renderer of Adaptive Cards, as far as our cards use them. The
 * values are Microsoft's: github.com/microsoft/AdaptiveCards, samples/HostConfig/microsoft-teams-{light,dark}.json.
 */
export function teamsHostConfig(theme: Theme): object {
  const { accent, accentSubtle, attention, card, subtle, text } = colours[theme];
  const style = {
    backgroundColor: card,
    foregroundColors: {
      default: { default: text, subtle },
      accent: { default: accent, subtle: accentSubtle },
      attention: { default: attention, subtle: attention },
    },
  };
  // The same in both themes: dark text on a light ground.
  const warning = {
    backgroundColor: '#FFE2B2',
    foregroundColors: { default: { default: '#201f1f', subtle: '#2d2c2c' } },
  };
  const font = {
    fontFamily: "'Segoe UI', 'Open Sans', 'Liberation Sans', Tahoma, Verdana, sans-serif",
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
  };
  return {
    supportsInteractivity: true,
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: theme === 'light' ? '#EEEEEE' : '#4D4D4D' },
    fontTypes: { default: font, monospace: font },
    containerStyles: { default: style, emphasis: style, warning },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
  };
}

/** The page around the card: a message in a chat, with buttons and inputs drawn as Teams draws them. */
export function teamsStyle(theme: Theme): string {
  const { accent, attention, card, text } = colours[theme];
  const around = theme === 'light' ? '#f5f5f5' : '#1f1f1f';
  const line = theme === 'light' ? '#d1d1d1' : '#666666';
  return `
    body { color-scheme: ${theme}; margin: 0; padding: 8px; background: ${around}; color: ${text}; }
    .ac-adaptiveCard { background: ${card}; border: 1px solid ${line}; border-radius: 4px; }
    .ac-pushButton { font: 600 14px 'Segoe UI', 'Open Sans', 'Liberation Sans', Verdana, sans-serif; color: ${text};
      background: transparent; border: 1px solid ${line}; border-radius: 4px; padding: 6px 16px; overflow: hidden; }
    .ac-pushButton.style-positive { color: #ffffff; background: #6264a7; border-color: #6264a7; }
    .ac-pushButton.style-destructive { color: ${attention}; border-color: ${attention}; }
    .ac-input { font: inherit; color: ${text}; background: ${around}; border: 1px solid ${line};
      border-radius: 4px; padding: 6px 8px; box-sizing: border-box; }
    .ac-choiceSetInput-multiSelect, .ac-choiceSetInput-expanded, .ac-choiceSetInput-filtered-container,
    .ac-toggleInput { background: none; border: 0; padding: 0; }
    .ac-textBlock a { color: ${accent} !important; }`;
}
