import type { Directory, Unit } from '../domain/directory.ts';

/** Why nothing can reach a unit, as the directory knows without any try. */
export type Unreached = 'app-removed' | 'channel-deleted' | 'disconnected';

/** Undefined where nothing stands in the way as far as is known. */
export function unreachedBy(
  { state, team }: Unit,
  { teams }: Pick<Directory, 'teams'>,
): Unreached | undefined {
  if (state !== 'connected') return state;
  return teams.get(team)?.isInstalled === false ? 'app-removed' : undefined;
}
