import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that mostly wait are begun between those that draw pages, so that neither cores nor workers are idle. */
export class WaitingBetweenPages extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const of = (project: string) => sorted.filter((file) => file.project.name === project);
    const waiting = [...of('streams'), ...of('radio')];
    const pages = of('e2e');
    const mixed = sorted.flatMap((_, i) => [...waiting.slice(i, i + 1), ...pages.slice(i, i + 1)]);
    return [...mixed, ...sorted.filter((file) => !mixed.includes(file))];
  }
}
