/** Makes a line in which work is done one at a time, in the order it came. Work that fails does not stop the next. */
export function createLine(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const begin = () => work();
    const turn = last.then(begin, begin);
    last = turn;
    return turn;
  };
}
