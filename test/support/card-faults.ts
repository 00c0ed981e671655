import { z } from 'zod';
import { faultsOfInput } from './input-faults.ts';

type Node = Readonly<Record<string, unknown>>;

const node = z.record(z.string(), z.unknown());
const actionData = z.record(z.string(), z.unknown());

const rootShape = z.object({
  $schema: z.string(),
  version: z.literal('1.5', { error: 'version is not 1.5' }),
  msteams: z.object({ width: z.literal('Full') }),
  fallbackText: z.string().min(1),
  speak: z.string().min(1),
});

/** Elements of Adaptive Cards 1.5 that every Teams client shows; Table stays blank on phones. */
const knownTypes = new Set([
  'AdaptiveCard',
  'Container',
  'ColumnSet',
  'Column',
  'TextBlock',
  'RichTextBlock',
  'TextRun',
  'ActionSet',
  'Action.Execute',
  'Action.Submit',
  'Action.OpenUrl',
  'Action.ToggleVisibility',
  'Input.Text',
  'Input.Date',
  'Input.Time',
  'Input.ChoiceSet',
  'Input.Toggle',
]);

/** Everything in a card that Teams, a phone or a screen reader would stumble on; none is a good card. */
export function cardFaults(card: unknown): readonly string[] {
  const json = JSON.stringify(card);
  const elements = elementsOf(card);
  const root = rootShape.safeParse(card);
  return [
    ...(root.success ? [] : root.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)),
    ...(json.length > 20_000 ? [`${json.length} characters`] : []),
    ...(json.includes('${') ? ['an expression is left standing'] : []),
    ...(json.includes('"refresh"') ? ['a card that refreshes itself'] : []),
    ...actionCountFaults(elements),
    ...headingFaults(elements),
    ...idFaults(elements),
    ...unsentFaults(elements),
    ...elements.flatMap(faultsOfElement),
    ...executeFaults(card, undefined),
  ];
}

/** Every object of a card that has a type, in reading order; the fallback of an action is none of them. */
export function elementsOf(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(elementsOf);
  const parsed = node.safeParse(value);
  if (!parsed.success) return [];
  const children = Object.entries(parsed.data).flatMap(([key, child]) =>
    key === 'fallback' || key === 'data' || key === 'choices.data' ? [] : elementsOf(child),
  );
  return typeof parsed.data['type'] === 'string' ? [parsed.data, ...children] : children;
}

function isType(...types: readonly string[]): (element: Node) => boolean {
  return ({ type }) => types.includes(String(type));
}

function actionCountFaults(elements: readonly Node[]): readonly string[] {
  const asking = elements.filter(isType('Action.Execute', 'Action.Submit')).length;
  const all = elements.filter(isType('Action.Execute', 'Action.Submit', 'Action.OpenUrl')).length;
  return [...(asking > 6 ? [`${asking} buttons that ask`] : []), ...(all > 9 ? [`${all} buttons`] : [])];
}

function idFaults(elements: readonly Node[]): readonly string[] {
  const ids = elements.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `the id ${id} twice`);
}

/** What is filled in can be sent, by one button. */
function unsentFaults(elements: readonly Node[]): readonly string[] {
  if (!elements.some(({ type }) => String(type).startsWith('Input.'))) return [];
  const sending = elements.filter(isType('Action.Execute', 'Action.Submit')).length;
  return sending === 1 ? [] : [`a form with ${sending} buttons that send it`];
}

function headingFaults(elements: readonly Node[]): readonly string[] {
  const [first] = elements.filter(isType('TextBlock'));
  return first?.['style'] === 'heading' ? [] : ['the first text is no heading'];
}

type Check = {
  readonly isAbout: (type: string) => boolean;
  readonly holds: (element: Node) => boolean;
  readonly fault: string;
};

const hasText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** A Submit that is no fallback opens a dialog, or stands in one. */
const submitData = z.looseObject({
  verb: z.string().min(1),
  msteams: z.strictObject({ type: z.literal('task/fetch') }).optional(),
});

const checks: readonly Check[] = [
  {
    isAbout: () => true,
    holds: ({ type }) => knownTypes.has(String(type)),
    fault: 'is not shown everywhere',
  },
  { isAbout: (type) => type === 'TextBlock', holds: ({ wrap }) => wrap === true, fault: 'does not wrap' },
  {
    isAbout: (type) => /^(TextBlock|TextRun|Action\..*)$/.test(type),
    holds: ({ text, title }) => hasText(text ?? title),
    fault: 'without text',
  },
  {
    isAbout: (type) => type === 'Action.Submit',
    holds: ({ data }) => submitData.safeParse(data).success,
    fault: 'without verb, or for something else than a dialog',
  },
  { isAbout: (type) => type === 'Image', holds: ({ altText }) => hasText(altText), fault: 'without altText' },
  {
    isAbout: (type) => type === 'Action.OpenUrl',
    holds: ({ url }) => /^(tel:|https:\/\/)/.test(String(url)),
    fault: 'leads to no telephone and no safe address',
  },
];

function faultsOfElement(element: Node): readonly string[] {
  const type = String(element['type']);
  const faults = checks
    .filter(({ isAbout, holds }) => isAbout(type) && !holds(element))
    .map(({ fault }) => `${type} ${fault}: ${JSON.stringify(element['text'] ?? element['title'])}`);
  return type.startsWith('Input.') ? [...faults, ...faultsOfInput(element)] : faults;
}

/** An Execute stands in an ActionSet and falls back to a Submit of the same data and the verb. */
function executeFaults(value: unknown, parent: Node | undefined): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => executeFaults(one, parent));
  const parsed = node.safeParse(value);
  if (!parsed.success) return [];
  const own = parsed.data['type'] === 'Action.Execute' ? faultsOfExecute(parsed.data, parent) : [];
  const inside = typeof parsed.data['type'] === 'string' ? parsed.data : parent;
  return [...own, ...Object.values(parsed.data).flatMap((child) => executeFaults(child, inside))];
}

function faultsOfExecute({ verb, data, title, fallback }: Node, parent: Node | undefined): readonly string[] {
  const sent = actionData.safeParse(data);
  const submit = z
    .object({ type: z.literal('Action.Submit'), title: z.string(), data: actionData })
    .safeParse(fallback);
  const isSame =
    sent.success &&
    submit.success &&
    submit.data.title === title &&
    sortedJson(submit.data.data) === sortedJson({ ...sent.data, verb });
  return [
    ...(parent?.['type'] === 'ActionSet' ? [] : ['an Execute outside an ActionSet']),
    ...(isSame ? [] : [`the fallback of "${String(title)}" does not send the same`]),
  ];
}

function sortedJson(value: Node): string {
  return JSON.stringify(Object.entries(value).toSorted(([one], [other]) => one.localeCompare(other)));
}
