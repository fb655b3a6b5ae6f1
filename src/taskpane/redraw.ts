/** Draws what changed: several changes of one moment are drawn once. */
export function redrawer(draw: () => void): () => void {
  let waiting = false;
  const drawNow = (): void => {
    waiting = false;
    draw();
  };
  return () => {
    if (waiting) return;
    waiting = true;
    queueMicrotask(drawNow);
  };
}
