/** Where a key leads from the tab that has the focus; undefined for keys that mean nothing here. */
export function nextTab<Name>(tabs: readonly Name[], current: Name, key: string): Name | undefined {
  const at = tabs.indexOf(current);
  const last = tabs.length - 1;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return tabs[at === last ? 0 : at + 1];
    case 'ArrowLeft':
    case 'ArrowUp':
      return tabs[at === 0 ? last : at - 1];
    case 'Home':
      return tabs[0];
    case 'End':
      return tabs[last];
    default:
      return undefined;
  }
}
