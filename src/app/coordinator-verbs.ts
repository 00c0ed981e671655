import { addCoordinatorForm, removeCoordinatorForm } from '../cards/coordinator-form.ts';
import type { Option } from '../cards/form.ts';
import { plainAnswer } from '../cards/plain-answer.ts';
import { isCoordinator } from '../domain/access.ts';
import { decideDirectory } from '../domain/decide-directory.ts';
import { formState } from './form-state.ts';
import { valueOf } from './form-values.ts';
import type { Asked, Verb } from './verb.ts';

/** A coordinator makes somebody else one: by the people picker, else among those who have written to the bot. */
const add: Verb = {
  who: 'coordinator',
  inputs: ['person'],
  form: (asked, faults) => ({
    kind: 'form',
    form: addCoordinatorForm(formState(withKnownPerson(asked), faults), knownPeople(asked)),
  }),
  read({ values, act, world }) {
    const id = valueOf(values, 'person').toLowerCase();
    if (!entraId.test(id))
      return { kind: 'faulty', faults: { errors: { person: 'Välj en person i listan.' } } };
    const person = { id, name: world.directory.people.get(id)?.name ?? '' };
    return {
      kind: 'wish',
      decide: (current) => decideDirectory({ kind: 'add-coordinator', act, person }, current),
    };
  },
  done: ({ values, world }) => {
    const name = world.directory.people.get(valueOf(values, 'person').toLowerCase())?.name ?? 'Personen';
    return plainAnswer(`${name} är samordnare nu`, [
      'Be personen skriva till boten i sin egen chatt, så att påminnelser kommer fram dit.',
    ]);
  },
};

/** An Entra object id. */
const entraId = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** What is no person's id is not offered as one. */
function withKnownPerson(asked: Asked): Asked {
  const isPerson = entraId.test(valueOf(asked.values, 'person').toLowerCase());
  const { person: _person, ...others } = asked.values;
  return isPerson ? asked : { ...asked, values: others };
}

const knownPeople = ({ world }: Asked): readonly Option[] =>
  [...world.directory.people.values()]
    .filter(({ id }) => !isCoordinator(world, id))
    .map(({ id, name }) => ({ value: id, title: name === '' ? id : name }));

/** Takes it back; never from the last one, nor from those whom the configuration names. */
const remove: Verb = {
  who: 'coordinator',
  inputs: ['person'],
  form(asked, faults) {
    const added = [...asked.world.directory.coordinators].map(([value, { name }]) => ({
      value,
      title: name === '' ? value : name,
    }));
    if (added.length === 0) return { kind: 'answer', answer: nobodyToRemove };
    return { kind: 'form', form: removeCoordinatorForm(formState(asked, faults), added) };
  },
  read({ values, act }) {
    const person = valueOf(values, 'person').toLowerCase();
    if (person === '') return { kind: 'faulty', faults: { errors: { person: 'Välj en person i listan.' } } };
    const command = { kind: 'remove-coordinator', act, person } as const;
    return { kind: 'wish', decide: (world) => decideDirectory(command, world) };
  },
  done: () =>
    plainAnswer('Samordnaren är borttagen', ['Personen kan inte längre utlysa eller avsluta avbrott.']),
};

const nobodyToRemove = plainAnswer('Ingen att ta bort', [
  'De som är samordnare har lagts in av driften, och tas bort där.',
]);

/** The verbs of coordinators themselves: contract.md §5. */
export const coordinatorVerbs = { 'coordinator.add': add, 'coordinator.remove': remove } as const;
