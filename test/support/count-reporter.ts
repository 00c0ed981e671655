import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** Closes a run with one line that says how many tests passed and failed; a file that breaks is a failure. */
export class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const count = (state: 'passed' | 'failed'): number =>
      modules.reduce((sum, module) => sum + [...module.children.allTests(state)].length, 0);
    const broken = modules.filter(
      (module) => module.state() === 'failed' && [...module.children.allTests('failed')].length === 0,
    );
    const failed = count('failed') + broken.length + errors.length;
    process.stdout.write(`${count('passed')} passed, ${failed} failed\n`);
  }
}
